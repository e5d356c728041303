// Writes small ONNX files by hand: the few messages of onnx.proto that a network of two means needs.

/** A field of a protobuf message: a number, a string or another message. */
function field(number: number, value: number | string | Uint8Array): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(number << 3), varint(value)]);
  const bytes = Buffer.from(value);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

const message = (...fields: readonly Buffer[]) => Buffer.concat(fields);

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

const FLOAT = 1; // TensorProto.DataType

/** ValueInfoProto of a tensor of floats; a word stands for a size that is not fixed. */
function tensor(name: string, shape: readonly (number | string)[]): Buffer {
  const sizes = shape.map((size) =>
    field(1, typeof size === 'number' ? field(1, size) : field(2, size)),
  );
  const type = field(1, message(field(1, FLOAT), field(2, message(...sizes))));
  return message(field(1, name), field(2, type));
}

/** NodeProto that takes the mean over all axes but the first. */
function meanNode(input: string, output: string): Buffer {
  const INT = 2; // AttributeProto.AttributeType
  const INTS = 7;
  const axes = message(
    field(1, 'axes'),
    ...[1, 2, 3, 4].map((axis) => field(8, axis)),
    field(20, INTS),
  );
  const keep = message(field(1, 'keepdims'), field(3, 0), field(20, INT));
  return message(
    ...[field(1, input), field(2, output), field(4, 'ReduceMean')],
    ...[field(5, axes), field(5, keep)],
  );
}

/** Names and sizes of a made network. */
export interface MadeNetwork {
  /** Clips that the technical input takes; a word for any number. */
  readonly clips?: number | string;
  /** The order of inputs and outputs; DOVER's export has the aesthetic branch first. */
  readonly isTechnicalFirst?: boolean;
}

/**
 * A network with the signature of DOVER's export whose outputs are the means of its inputs:
 * `aes_view` [1, 3, 32, 224, 224] and `tech_view` [clips, 3, 32, 224, 224].
 */
export function makeDoverLike({ clips = 3, isTechnicalFirst = false }: MadeNetwork = {}): Buffer {
  const clip = [3, 32, 224, 224];
  const branches = [
    { input: 'aes_view', output: 'aesthetic', count: 1 },
    { input: 'tech_view', output: 'technical', count: clips },
  ];
  if (isTechnicalFirst) branches.reverse();
  const graph = message(
    ...branches.map(({ input, output }) => field(1, meanNode(input, output))),
    field(2, 'means'),
    ...branches.map(({ input, count }) => field(11, tensor(input, [count, ...clip]))),
    ...branches.map(({ output, count }) => field(12, tensor(output, [count]))),
  );
  const opset = message(field(1, ''), field(2, 13));
  return message(field(1, 8), field(2, 'loupe tests'), field(7, graph), field(8, opset));
}
