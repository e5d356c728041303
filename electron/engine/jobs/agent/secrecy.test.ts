import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawTasks, startAgentProject } from '../../../../tests/builders/agent.ts';
import { createTestKeys } from '../../../../tests/builders/keys.ts';
import { PRICES } from '../../../../tests/builders/judging.ts';
import { answerAsModel } from '../../../../tests/builders/model-server/model-answers.ts';

const KEY = 'a-key-that-nobody-may-see-4711';

test('a key that models and generators send back stands nowhere in the project', async () => {
  const project = await startAgentProject(drawTasks(2), {
    key: KEY,
    own: { keys: createTestKeys({ AGENT_KEY: KEY }, {}) },
    script: (request) => {
      if (request.formName === undefined) {
        return { kind: 'reply', content: `Your key is ${KEY}, is it not?` };
      }
      return answerAsModel(request);
    },
    fileScript: ({ index }) =>
      index === 0 ? { kind: 'status', status: 400, message: `"${KEY}" may not draw` } : undefined,
  });
  const endpoint = {
    baseUrl: project.server.baseUrl,
    model: 'm',
    apiKeyEnv: 'AGENT_KEY',
    ...PRICES,
  };

  const run = await project.run({ endpoints: { '*': endpoint } });
  await project.close();

  expect(run.totals).toMatchObject({ passed: 2, missingItems: 0 });
  const files = readdirSync(project.projectDir, { recursive: true, withFileTypes: true });
  const read = files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  expect(read.some((path) => path.endsWith('0001.jsonl'))).toBe(true);
  for (const path of read) expect(readFileSync(path).includes(KEY), path).toBe(false);
});
