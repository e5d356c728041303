import { z } from 'zod';

const Length = z.number().positive().max(10_000);
const Offset = z.number().min(-10_000).max(10_000);
const Vector = z.tuple([Offset, Offset, Offset]);
const Sides = z.int().min(3).max(128);

/** Where a part stands: scaled, then turned (x, then y, then z), then moved. */
const Placement = {
  position: Vector.default([0, 0, 0]),
  /** Degrees. */
  rotation: Vector.default([0, 0, 0]),
  scale: z
    .union([Length.transform((all) => [all, all, all] as const), z.tuple([Length, Length, Length])])
    .default([1, 1, 1]),
};

const Look = {
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a colour is "#rrggbb"')
    .default('#b8bcc4'),
};

/** How often a part is repeated, each time moved and turned further. */
const Repeat = {
  repeat: z
    .object({
      count: z.int().min(1).max(500),
      offset: Vector.default([0, 0, 0]),
      rotation: Vector.default([0, 0, 0]),
    })
    .optional(),
};

const Common = { ...Placement, ...Look, ...Repeat };

/** A part; round ones stand upright, along y, with their middle at the position. */
const Solid = z.discriminatedUnion('shape', [
  z.object({ shape: z.literal('box'), size: z.tuple([Length, Length, Length]), ...Common }),
  z.object({ shape: z.literal('sphere'), radius: Length, sides: Sides.default(48), ...Common }),
  z.object({
    shape: z.literal('cylinder'),
    radius: Length,
    topRadius: Length.optional(),
    height: Length,
    sides: Sides.default(48),
    ...Common,
  }),
  z.object({
    shape: z.literal('cone'),
    radius: Length,
    height: Length,
    sides: Sides.default(48),
    ...Common,
  }),
  z.object({
    shape: z.literal('torus'),
    radius: Length,
    tube: Length,
    sides: Sides.default(48),
    ...Common,
  }),
  z.object({
    /** Turned round y: points of (distance from the axis, height), from below to above. */
    shape: z.literal('lathe'),
    profile: z
      .array(z.tuple([z.number().min(0).max(10_000), Offset]))
      .min(2)
      .max(400),
    sides: Sides.default(48),
    ...Common,
  }),
]);
export type Solid = z.infer<typeof Solid>;

const Placed = z.object({ ...Placement, ...Repeat });
/** Parts that are placed together. */
export type Group = z.infer<typeof Placed> & { readonly parts: readonly Part[] };
export type Part = Solid | Group;

const Part: z.ZodType<Part> = z.lazy(() =>
  z.union([Solid, Placed.extend({ parts: z.array(Part).min(1).max(500) })]),
);

/** A scene as parts; y is up. */
export const SceneOrder = z.object({ parts: z.array(Part).min(1).max(500) });
export type SceneOrder = z.infer<typeof SceneOrder>;
