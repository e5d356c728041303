import type { EndpointKey } from '../../../shared/model/endpoint.ts';

/** What each role is asked for, in words. */
export const ROLE_LABELS: Readonly<Record<EndpointKey, { label: string; hint: string }>> = {
  '*': { label: 'All roles', hint: 'serves every role without an endpoint of its own' },
  judge: { label: 'Judge', hint: 'SC, coherence, quality of text, code and documents' },
  'captioner.image': { label: 'Captioner: images', hint: 'needs image input' },
  'captioner.document': { label: 'Captioner: documents', hint: 'text and page images' },
  'captioner.code': { label: 'Captioner: code', hint: 'text is enough' },
  'captioner.audio': { label: 'Captioner: audio', hint: 'needs audio input' },
  'captioner.video': { label: 'Captioner: video', hint: 'video, or frames as images' },
  'captioner.threeD': { label: 'Captioner: 3D', hint: 'rendered views as images' },
  reasoner: {
    label: 'Agent: reasoning',
    hint: 'the steps of UniMA; the judge’s where none is set',
  },
  checker: {
    label: 'Agent: checking',
    hint: 'checker and judger; the reasoner’s where none is set',
  },
  'generator.image': { label: 'Generator: images', hint: 'images API' },
  'generator.speech': { label: 'Generator: speech', hint: 'speech API' },
  'generator.video': { label: 'Generator: video', hint: 'videos API' },
  'generator.threeD': { label: 'Generator: 3D', hint: 'answers with a GLB or OBJ file' },
};

/** The roles as they are listed: the one for all first. */
export const LISTED_ROLES = [
  '*',
  'judge',
  'captioner.image',
  'captioner.document',
  'captioner.code',
  'captioner.audio',
  'captioner.video',
  'captioner.threeD',
  'reasoner',
  'checker',
  'generator.image',
  'generator.speech',
  'generator.video',
  'generator.threeD',
] as const satisfies readonly EndpointKey[];
