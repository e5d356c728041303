// One folder of each system with everything its description names, the untidy parts included. Figures
// in the comments are counted by hand; tests hold the importers against them.
import { buildNativeFolder } from './folder.ts';

/** MIO: 4 samples, 6 markers, 8 files. */
export function buildMio(): string {
  const { dir, write, picture, sound } = buildNativeFolder('mio');
  // 3 markers, each with its file; stray tokens
  write(
    'content_1.txt',
    'A cat.<image_placeholder_0> It says <speech_placeholder_0> and sleeps.<unk> <image_placeholder_1><|im_end|>',
  );
  picture('detokenized_image_1_0.jpg');
  picture('detokenized_image_1_1.jpg');
  sound('detokenized_speech_1_0.wav');
  // 2 markers, the second without a file; 1 orphan; truncated
  write('content_2.txt', 'First <image_placeholder_0>, then <image_placeholder_1>, and so on...');
  picture('detokenized_image_2_0.jpg');
  sound('detokenized_speech_2_0.wav');
  // text alone
  write('content_3.txt', 'Nothing to see here.');
  // 1 marker that stands twice
  write('content_10.txt', '<image_placeholder_0> once more: <image_placeholder_0>');
  picture('detokenized_image_10_0.jpg');
  // files without a text: 1 orphan; and one of nobody
  picture('detokenized_image_11_0.jpg');
  picture('preview.png');
  return dir;
}

/** MIO: one sample with a run of four frames. */
export function buildMioVideo(): string {
  const { dir, write, picture } = buildNativeFolder('mio-video');
  const run = [0, 1, 2, 3].map((frame) => `<image_placeholder_${frame}>`).join(' ');
  write('content_5.txt', `A film: ${run} The end, as a picture: <image_placeholder_4>.`);
  for (const frame of [0, 1, 2, 3, 4]) picture(`detokenized_image_5_${frame}.png`);
  return dir;
}

/** AnyGPT: 4 turns, 6 markers and an unclosed span, 5 files. */
export function buildAnyGpt(): string {
  const { dir, write, picture, sound } = buildNativeFolder('anygpt');
  write(
    'response.txt',
    [
      // 2 image spans: only the last has a file
      '[Human]: Draw me a cat that sits on a very long wall in the evening sun, please<eoh> [MMGPT]: Here is one: <soim>🧀🧁<eoim> and a better one: <soim>🧂🧃<eoim> Enjoy.<eos>',
      '',
      // music and speech: each its own file; the transcript is no answer
      '[Human]: <sosp>abc<eosp> Sing a song<eoh> [MMGPT]: <-Ins-> Sing a song <-Res-> La la la. <somu>xy<eomu> I hope you like it. <sosp>uv<eosp><eos>',
      '',
      // the older end token, a closing token without a span; 1 marker without a file
      '[Human]: What/is: this?<eoh> [MMGPT]: A dog.<eoim> <soim>z<eoim><eom>',
      '',
      // 1 marker with its file, then a span that is not closed
      '[Human]: Tell a story<eoh> [MMGPT]: Once <soim>q<eoim> upon a time <sosp>never ending',
    ].join('\n'),
  );
  picture('Draw me a cat that sits on a very long wall in the1103_101500.jpg');
  sound('Sing a song1103_101601.wav');
  sound('Sing a song1103_101605.wav');
  picture('Tell a story1103_101900.jpg');
  picture('Another question altogether1103_120000.jpg'); // nobody's
  return dir;
}

const run = (name: string, length: number) =>
  Array.from({ length }, (_, index) => `[${name}${index}]`).join(' ');
const longRun = (name: string, length: number) =>
  Array.from({ length }, (_, index) => `<${name}_${String(index).padStart(2, '0')}>`).join('');

/** NExT-GPT: 4 samples, 6 markers and a cut run, 6 files. */
export function buildNextGpt(): string {
  const { dir, write, picture, sound } = buildNativeFolder('nextgpt');
  // 3 markers with their files
  write(
    '1.txt',
    `### Human: a red bird ### Assistant: See: ${run('IMG', 4)} and ${run('VID', 24)} hear ${run('AUD', 8)}###`,
  );
  picture('images/a red bird.jpg');
  write('videos/a red bird.mp4', Buffer.from('not a film, but a file'));
  sound('audios/a red bird.wav');
  // the demo names its file before the text: 1 marker; 1 orphan by its prompt
  write(
    '2.txt',
    `### Human: a blue fish ### Assistant: <Image>images/blue fish.jpg</Image>So blue. ${run('IMG', 4)}`,
  );
  picture('images/blue fish.jpg');
  sound('audios/a blue fish.wav');
  // the longer tokens: 1 marker without a file, and a run that breaks off
  write(
    '3.txt',
    `### Human: rain ### Assistant: ${longRun('audio', 8)} falls ${longRun('image', 2)}`,
  );
  // the name of the text is the prompt: 1 marker
  write('4 hills.txt', `Four hills ${longRun('image', 4)}`);
  picture('images/4 hills.jpg');
  return dir;
}

/** Omni-IO Skills: 2 rounds, 6 markers, 7 files. */
export function buildOmniIo(): string {
  const { dir, write, picture } = buildNativeFolder('omni-io');
  const asset = (type: string, name: string, turn: number, more: object = {}) => ({
    type,
    url: `/home/someone/run/${name}`,
    description: `a ${type}`,
    params: {},
    turn_id: turn,
    completed_at: '2026-05-01T10:00:00Z',
    ...more,
  });
  const registry = {
    img_1: asset('image', 'cat.png', 1),
    mesh_1: asset('3d', 'cat.obj', 1, { depends_on: ['img_0'] }),
    img_0: asset('image', 'sketch.png', 1),
    code_1: asset('code', 'cat.py', 2),
    doc_1: asset('document', 'report.md', 2),
    vid_1: asset('video', 'never.mp4', 2, { completed_at: null }),
  };
  write('registry.json', JSON.stringify(registry, undefined, 2));
  write(
    'answer.md',
    [
      '## Round 1',
      'Here is a cat.',
      '✅ Image generated: /home/someone/run/cat.png',
      'And in three dimensions:',
      '✅ 3D model generated: `/home/someone/run/cat.obj`',
      '',
      '## Round 2',
      'The code that made it:',
      '✅ Code generated: /home/someone/run/cat.py',
      '✅ Document generated: /home/someone/run/report.md',
      '✅ Video generated: /home/someone/run/never.mp4',
      '✅ Image generated: /home/someone/run/cat.png',
    ].join('\n'),
  );
  picture('cat.png');
  picture('sketch.png'); // a step on the way to the mesh
  write('cat.obj', 'mtllib cat.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n');
  write('cat.mtl', 'newmtl fur\nKd 0.5 0.4 0.3\n');
  write('cat.py', 'def purr():\n    return "purr < meow > purr"\n');
  write('report.md', '# Cats\n');
  write('leftover.bin', 'nobody asked for it');
  return dir;
}
