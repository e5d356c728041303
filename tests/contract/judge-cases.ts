// Cases of the methods around judging that need no judge; part of `cases.ts`.
import { expect } from 'vitest';
import { PROMPT_IDS } from '../../shared/model/judge.ts';
import type { Cases } from './world.ts';

export const JUDGE_CASES = {
  'models.manifests': async ({ api }) => {
    const { manifests, shipped } = await api.call('models.manifests', {});

    expect(manifests).toEqual([
      { model: 'Alpha', source: '' },
      { model: 'Beta', source: '' },
    ]);
    expect(shipped.map(({ model }) => model)).toEqual(['UniMA', 'MIO', 'AnyGPT', 'NExT-GPT']);
  },
  'models.saveManifest': async ({ api }) => {
    const taken = { model: 'Beta', inputs: ['image' as const], source: 'by hand' };
    const tauOfBeta = async () => {
      const { rows } = await api.call('report.rows', {});
      const row = rows.find(({ model, metric }) => model === 'Beta' && metric === 'StS');
      return [row?.supportRule, row?.tau];
    };
    expect(await tauOfBeta()).toEqual(['has-response', 1 / 3]);

    await api.call('models.saveManifest', { manifest: taken });

    expect((await api.call('models.manifests', {})).manifests).toContainEqual(taken);
    // two of the three inputs bring a picture, the third has text only
    expect(await tauOfBeta()).toEqual(['manifest', 1]);
    await api.call('models.saveManifest', { manifest: { model: 'Beta' } });
    expect(await tauOfBeta()).toEqual(['has-response', 1 / 3]);
  },

  'prompts.list': async ({ api }) => {
    const { prompts } = await api.call('prompts.list', {});

    expect(prompts.map(({ id }) => id)).toEqual(PROMPT_IDS);
    expect(prompts.find(({ id }) => id === 'judge-sc')).toMatchObject({
      role: 'judge',
      version: 1,
      isEdited: false,
      placeholders: ['task', 'reference', 'response'],
    });
  },
  'prompts.save': async ({ api }) => {
    const text = 'Compare.\n---\n{{task}} {{reference}} {{response}}';

    const { prompt } = await api.call('prompts.save', { id: 'judge-sc', text });

    expect(prompt).toMatchObject({ text, isEdited: true });
    const { prompts } = await api.call('prompts.list', {});
    expect(prompts).toContainEqual(prompt);
    await expect(
      api.call('prompts.save', { id: 'judge-sc', text: 'Compare {{response}}.' }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    const back = await api.call('prompts.save', { id: 'judge-sc' });
    expect(back.prompt).toMatchObject({ text: prompt.shippedText, isEdited: false });
  },
} satisfies Cases;
