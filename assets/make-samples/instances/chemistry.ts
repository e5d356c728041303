import { file, type InstanceSpec } from '../build/spec.ts';
import { damaged, png } from '../draw/render.ts';
import { COLOR } from '../draw/palette.ts';
import { titrationChart } from '../draw/titration.ts';
import { AMMONIA, ballAndStick, FLAT_AMMONIA, WATER } from '../mesh/molecules.ts';
import { writeGlb } from '../mesh/write-glb.ts';
import { writePlyAscii } from '../mesh/write-text.ts';
import { encodeSound } from '../sound/encode.ts';
import { speech } from '../sound/speech.ts';

const weakAcid = {
  title: 'Titration of acetic acid with NaOH',
  subtitle: '25.0 mL of 0.100 M CH₃COOH, 0.100 M NaOH, 25 °C',
  pKa: 4.76,
  showBuffer: true,
};

const explanation =
  'For a weak acid the curve starts at a higher p H and rises slowly. ' +
  'The buffer region lies around half equivalence, where p H equals p K a, four point seven six.';

const titration: InstanceSpec = {
  field: 'natural_science',
  folder: '3_chemistry',
  id: '0301',
  difficulty: 3,
  capabilities: ['C1', 'C4', 'C7', 'C9'],
  input: {
    content:
      'Look at the titration curve in <image1> and listen to the lab note in <audio1>. Redraw the curve for the acid that the note names, mark the buffer region and the equivalence point, and explain in speech where the buffer region lies. Your answer must include 1 image and 1 audio.',
    items: {
      image1: file('png', 'Titration curve of hydrochloric acid with sodium hydroxide', () =>
        png(
          titrationChart({
            title: 'Titration of hydrochloric acid with NaOH',
            subtitle: '25.0 mL of 0.100 M HCl, 0.100 M NaOH, 25 °C',
          }),
        ),
      ),
      audio1: file('mp3', 'Lab note: the next run uses acetic acid', async () =>
        encodeSound(
          await speech(
            'Lab note. The next run uses twenty five millilitres of acetic acid, zero point one molar, instead of hydrochloric acid. Same base, same burette.',
          ),
          'mp3',
        ),
      ),
    },
  },
  output: {
    content:
      'Acetic acid is weak, so the curve starts near pH 2.9 instead of pH 1.0 and climbs gently through a buffer region before the jump. At half-equivalence (12.5 mL) the pH equals the pKa, 4.76; the equivalence point at 25.0 mL is basic, pH 8.7, because acetate is left in solution.\n\n<image2>\n\nThe spoken explanation: <audio2>',
    items: {
      image2: file(
        'png',
        'Titration curve of acetic acid with NaOH: it starts at pH 2.9, a shaded buffer region reaches from 5 to 20 mL, half-equivalence is marked at pH 4.76 and the equivalence point at 25 mL and pH 8.7',
        () => png(titrationChart({ ...weakAcid, showStrong: true })),
      ),
      audio2: file('mp3', 'A woman says: ' + explanation, async () =>
        encodeSound(await speech(explanation), 'mp3'),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'The note replaces HCl by **acetic acid**, a weak acid with pKa 4.76. Its curve starts near pH 2.9, rises slowly through the buffer region around half-equivalence, and reaches the equivalence point at 25 mL and pH 8.7.\n\n<image2>\n\nIn words: <audio2>',
      items: {
        image2: file(
          'png',
          'Titration curve of a weak acid in teal with a shaded buffer region and the equivalence point at pH 8.7',
          () => png(titrationChart({ ...weakAcid, color: COLOR.teal })),
        ),
        audio2: file(
          'mp3',
          'A man says that the buffer region lies around half equivalence, at p H four point eight',
          async () =>
            encodeSound(
              await speech(
                'Because acetic acid is weak, its titration curve has a buffer region around half equivalence, near p H four point eight.',
                { voice: 'en-gb', speed: 165, pitch: 45 },
              ),
              'mp3',
            ),
        ),
      },
      scores: { sc: 5, hc: 5, sh: 4, gq: { image2: 78.42, audio2: 71.35 } },
    },
    polyglot: {
      content:
        'The curve for acetic acid is shown in <image2>. A weak acid starts at a higher pH and its equivalence point is still at pH 7, where acid and base cancel. A second view is given in <image3>.',
      items: {
        image2: file('png', 'A weak-acid curve drawn about 6 mL too far to the right', () =>
          png(
            titrationChart({
              title: 'Acetic acid titration',
              subtitle: '0.1 M',
              pKa: 4.76,
              color: COLOR.orange,
              shiftMl: 6,
            }),
            24,
          ),
        ),
        image3: file('jpg', 'A blurred copy of a strong-acid titration curve', () =>
          damaged(titrationChart({ title: 'Titration', subtitle: '' }), {
            blur: 3,
            width: 640,
            quality: 55,
          }),
        ),
      },
      scores: { sc: 3, hc: 3, sh: 3, gq: { image2: 74.9, image3: 51.26 } },
    },
    echo: {
      content:
        'The curve is the same as for a strong acid and jumps at 25 mL, see <image1>. <audio1>The buffer is at pH 7.</audio1> <image5>',
      items: {
        image5: file('jpg', 'A noisy, discoloured titration curve', () =>
          damaged(titrationChart({ title: 'Titration curve', subtitle: '' }), {
            blur: 2,
            noise: 24,
            hue: 200,
            width: 560,
            quality: 40,
          }),
        ),
      },
      scores: { sc: 1, hc: 2, sh: 2, gq: { image5: 38.07, audio1: null } },
    },
  },
};

const molecule: InstanceSpec = {
  field: 'natural_science',
  folder: '3_chemistry',
  id: '302',
  difficulty: 2,
  capabilities: ['C2', 'C7', 'C9'],
  input: {
    content:
      '<threeD1> is a ball-and-stick model of water. Replace the central oxygen by nitrogen and give the 3D model of the simplest stable hydride of nitrogen, with the correct geometry. State the bond angle and name the reason for it. The answer must include one 3D model.',
    items: {
      threeD1: file('glb', 'Ball-and-stick model of a water molecule', () =>
        writeGlb(ballAndStick(WATER), 'water'),
      ),
    },
  },
  output: {
    content:
      'Nitrogen has three bonding pairs and one lone pair, so ammonia is a trigonal pyramid: <threeD2>. The lone pair pushes the bonds together, and the H–N–H angle is 107°, a little less than the 109.5° of a tetrahedron and more than the 104.5° of water, which has two lone pairs.',
    items: {
      threeD2: file(
        'glb',
        'Ball-and-stick model of ammonia: one blue nitrogen above three white hydrogens, a trigonal pyramid with angles of 107 degrees',
        () => writeGlb(ballAndStick(AMMONIA), 'ammonia'),
      ),
    },
  },
  answers: {
    aria: {
      content:
        'The simplest stable hydride of nitrogen is ammonia, NH₃, a trigonal pyramid with H–N–H = 107°: <threeD2>. One lone pair repels the three bonds more than they repel each other.',
      items: {
        threeD2: file(
          'ply',
          'A pyramid of one nitrogen and three hydrogens, coloured by element',
          () => writePlyAscii(ballAndStick(AMMONIA, 10)),
        ),
      },
      scores: { sc: 5, hc: 4, sh: 5, gq: { threeD2: 76.18 } },
    },
    polyglot: {
      content:
        'Ammonia is **planar**, its three hydrogens lie 120° apart <threeD2>. Nitrogen has no lone pair left after bonding.',
      items: {
        threeD2: file(
          'glb',
          'A flat molecule with three hydrogens in one plane, coarse faces',
          () => writeGlb(ballAndStick(FLAT_AMMONIA, 4), 'flat'),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { threeD2: 63.4 } },
    },
  },
};

/** Chemistry of the demo. */
export const chemistry: readonly InstanceSpec[] = [titration, molecule];
