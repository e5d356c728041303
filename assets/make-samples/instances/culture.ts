import { file, value, type InstanceSpec } from '../build/spec.ts';
import { paperCut } from '../draw/paper-cut.ts';
import { png } from '../draw/render.ts';

const windowFlower: InstanceSpec = {
  field: 'general_area',
  folder: '23_culture',
  id: '12',
  capabilities: ['C4', 'C6'],
  input: {
    content:
      'Design a round window flower (窗花) for the Spring Festival as a red paper-cut with eightfold symmetry, with a transparent ground so that it can be laid over a photograph. Add the wish 春节快乐 with its pronunciation and meaning. The answer must include 1 image.',
    items: {},
  },
  output: {
    content:
      '<image1>\n\n春节快乐 (chūn jié kuài lè) means “happy Spring Festival”. Red stands for luck, the round form for a family that is complete; eight, 八 (bā), sounds like 发 (fā), to prosper. 🧧',
    items: {
      image1: file(
        'png',
        'A round red paper-cut with eight leaves, hearts and petals on a transparent ground',
        () => png(paperCut({ color: '#c8202c', petals: 8 }), 32),
      ),
    },
  },
  answers: {
    aria: {
      content:
        '春节快乐 — *chūn jié kuài lè*, “Happy Spring Festival”.\n\n<image1>\n\nThe eightfold symmetry brings luck, since 八 sounds like 发.',
      items: {
        image1: file('png', 'A red paper-cut with eightfold symmetry on a transparent ground', () =>
          png(paperCut({ color: '#d43a2a', petals: 8 }), 32, 0.8),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 5, gq: { image1: 61.2 } },
    },
    polyglot: {
      content:
        'A green paper-cut with five petals for Christmas: <image1>. 春节快乐 means “good night”.',
      items: {
        image1: file('png', 'A simple green flower with five petals on cream', () =>
          png(
            paperCut({ color: '#2f7d4a', petals: 5, simple: true, background: '#f5efe0' }),
            24,
            0.6,
          ),
        ),
      },
      scores: { sc: 1, hc: 3, sh: 4, gq: { image1: 63.02 } },
    },
    echo: {
      content: '',
      items: {},
      scores: { sc: 0, gq: {} },
    },
  },
};

const tea: InstanceSpec = {
  field: 'general_area',
  folder: '23_culture',
  id: '0013',
  difficulty: 1,
  capabilities: ['C4', 'C8'],
  input: {
    content:
      'Read the note <text1>. Answer it in the same tone, in two or three sentences, and add one custom that a guest should know. Text only.',
    items: {
      text1: value(
        'Dear neighbour, on Sunday we open the first tea of the year. Come when the kettle sings; bring nothing but time.',
        'An invitation to tea',
      ),
    },
  },
  output: {
    content:
      'Dear neighbour, I shall listen for the kettle and bring all the time I have. I remember that the first cup is drunk in silence, so let us begin without words and keep the talk for the second.',
    items: {},
  },
  answers: {
    aria: {
      content:
        'Dear neighbour, gladly: on Sunday my hands will be empty and my afternoon long. I know that the guest turns the cup a little before drinking, to honour its finest side.',
      items: {},
      scores: { sc: 4, hc: 5, sh: 5, gq: {} },
    },
    polyglot: {
      content:
        'Thank you for the invitation. I will attend on Sunday. Please send the address <image1>.',
      items: {},
      scores: { sc: 3, hc: 3, sh: 2, gq: { image1: null } },
    },
    echo: {
      content: 'ok see u sunday',
      items: {},
      scores: { sc: 2, hc: 2, sh: 1, gq: {} },
    },
  },
};

/** Culture of the demo. */
export const culture: readonly InstanceSpec[] = [windowFlower, tea];
