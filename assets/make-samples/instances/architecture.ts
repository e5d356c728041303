import { file, fileOfStem, type InstanceSpec } from '../build/spec.ts';
import { floorPlan } from '../draw/floor-plan.ts';
import { jpeg, png } from '../draw/render.ts';
import { woodTexture } from '../draw/wood.ts';
import { houseModel } from '../mesh/house.ts';
import { writeMtl, writeObj, writeOff } from '../mesh/write-text.ts';

const stem = 'thd_0001_01';

const house: InstanceSpec = {
  field: 'general_area',
  folder: '26_architecture',
  id: '1',
  difficulty: 3,
  capabilities: ['C2', 'C4', 'C10'],
  input: {
    content:
      'Turn the floor plan in <image1> into a 3D model with walls 2.5 m high, roof off, and a wooden floor. Give the mesh with its material and texture, and state the gross floor area.',
    items: {
      image1: file('png', 'Floor plan of a garden house with three rooms', () => png(floorPlan())),
    },
  },
  output: {
    content:
      'The model keeps the 9.00 m × 6.00 m outline, the inner walls and the door openings of the plan: <threeD1> with the materials <threeD2> and the floor texture <threeD3>. The gross floor area is 54 m².',
    items: {
      threeD1: file(
        'obj',
        'A house with its roof off: outer walls, three rooms and a wooden floor',
        () => writeObj(houseModel(), `${stem}.mtl`),
      ),
      threeD2: fileOfStem(1, 'mtl', 'Materials of the house model', () =>
        writeMtl(houseModel(), { floor: `${stem}.jpg` }),
      ),
      threeD3: fileOfStem(1, 'jpg', 'A texture of wooden floor boards', () => jpeg(woodTexture())),
    },
  },
  answers: {
    aria: {
      content:
        'Walls of 2.5 m on the 9 m × 6 m outline, with both inner walls: <threeD1>, materials <threeD2>, texture <threeD3>. Gross floor area: 9.0 m · 6.0 m = 54 m².',
      items: {
        threeD1: file('obj', 'A house with its roof off and three rooms, warm walls', () =>
          writeObj(houseModel({ wallColor: '#e9d9c4' }), `${stem}.mtl`),
        ),
        threeD2: fileOfStem(1, 'mtl', 'Materials; the texture is named wrongly in them', () =>
          writeMtl(houseModel({ wallColor: '#e9d9c4' }), { floor: 'floor_final_v2.jpg' }),
        ),
        threeD3: fileOfStem(1, 'jpg', 'A texture of dark floor boards', () =>
          jpeg(woodTexture(['#8d6444', '#7c5437', '#96704f', '#845b3d'])),
        ),
      },
      scores: { sc: 5, hc: 4, sh: 4, gq: { threeD1: 71.27, threeD2: null, threeD3: 66.12 } },
    },
    polyglot: {
      content:
        'The mesh <threeD1> has the outer walls of the plan. The area is about 48 square metres.',
      items: {
        threeD1: file('off', 'An empty box of walls without inner walls', () =>
          writeOff(houseModel({ outlineOnly: true, wallHeight: 1.4 })),
        ),
      },
      scores: { sc: 2, hc: 3, sh: 4, gq: { threeD1: 64.9 } },
    },
    echo: {
      content: 'The house is nice and has a garden. <threeD1> <threeD2>',
      items: {},
      scores: { sc: 1, hc: 1, sh: 2, gq: { threeD1: null, threeD2: null } },
    },
  },
};

/** Architecture of the demo. */
export const architecture: readonly InstanceSpec[] = [house];
