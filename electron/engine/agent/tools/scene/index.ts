import type { LocalTool, ToolRequest } from '../define.ts';
import { badOrder, readData, writeMade } from '../write-made.ts';
import { buildScene, type ColouredMesh } from './build-scene.ts';
import { SceneOrder } from './scene-order.ts';
import { writeGlb } from './write-glb.ts';
import { writeObj } from './write-obj.ts';

const DATA =
  'data: {"parts": [part]}, a part being {"shape": "box", "size": [x, y, z]}, {"shape": "sphere", "radius"}, ' +
  '{"shape": "cylinder", "radius", "topRadius", "height"}, {"shape": "cone", "radius", "height"}, ' +
  '{"shape": "torus", "radius", "tube"}, {"shape": "lathe", "profile": [[radius, y], from below to above]} ' +
  'or {"parts": [part]}; each with "color": "#rrggbb", "position": [x, y, z], "rotation": [degrees], ' +
  '"scale", "sides" (few for a prism or pyramid), "repeat": {"count", "offset", "rotation"}. y is up.';

function sceneTool(
  id: string,
  extension: string,
  what: string,
  write: (meshes: readonly ColouredMesh[]) => Buffer | string,
): LocalTool {
  return {
    id,
    modality: 'threeD',
    description: `Builds a 3D object of simple solids, as ${what}. ${DATA}`,
    isGeneral: false,
    async make({ tag, data }: ToolRequest, dir, signal) {
      const read = readData(SceneOrder, data, 'scene');
      if (read.status === 'failed') return read;
      const meshes = built(read.value);
      if (typeof meshes === 'string') return badOrder(meshes);
      signal.throwIfAborted();
      return await writeMade(dir, tag, extension, write(meshes));
    },
  };
}

function built(order: SceneOrder): ColouredMesh[] | string {
  try {
    return buildScene(order);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Parametric 3D: a described scene as GLB or OBJ. */
export const SCENE_TOOLS: readonly LocalTool[] = [
  sceneTool('scene', 'glb', 'GLB', writeGlb),
  sceneTool('scene.obj', 'obj', 'OBJ', writeObj),
];
