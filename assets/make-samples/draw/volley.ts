import { COLOR } from './palette.ts';
import {
  arrow,
  circle,
  drawing,
  line,
  path,
  polyline,
  rect,
  text,
  type Drawing,
  type Point,
} from './svg.ts';

/** A jump serve: 18 m court, net 2.43 m, hit at 3.1 m height, no drag. Metres and seconds. */
export const SERVE = { speed: 17, angleDegrees: 7, hitHeight: 3.1, hitX: 0 } as const;

const radians = (SERVE.angleDegrees * Math.PI) / 180;
export const FLIGHT_S =
  (SERVE.speed * Math.sin(radians) +
    Math.sqrt((SERVE.speed * Math.sin(radians)) ** 2 + 2 * 9.81 * SERVE.hitHeight)) /
  9.81;
export const APEX_M = SERVE.hitHeight + (SERVE.speed * Math.sin(radians)) ** 2 / (2 * 9.81);
export const RANGE_M = SERVE.speed * Math.cos(radians) * FLIGHT_S;

/** Position of the ball in metres. */
export function ballAt(t: number): Point {
  return [
    SERVE.hitX + SERVE.speed * Math.cos(radians) * t,
    SERVE.hitHeight + SERVE.speed * Math.sin(radians) * t - 4.905 * t * t,
  ];
}

interface View {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly left: number;
  readonly ground: number;
}

const at = (view: View, [x, y]: Point): Point => [
  view.left + x * view.scale,
  view.ground - y * view.scale,
];

function court(view: View, sky: string, floor: string): string[] {
  const [netX, netTop] = at(view, [9, 2.43]);
  const parts = [
    rect(0, 0, view.width, view.ground, { fill: sky }),
    rect(0, view.ground, view.width, view.height - view.ground, { fill: floor }),
    line(view.left, view.ground, at(view, [18, 0])[0], view.ground, {
      stroke: '#fff',
      strokeWidth: 6,
    }),
    line(netX, view.ground, netX, netTop - 6, { stroke: '#3b4452', strokeWidth: 6 }),
    rect(netX - 7, netTop, 14, view.scale, { fill: '#f4f6f9', stroke: '#3b4452', strokeWidth: 2 }),
  ];
  for (let i = 1; i < 5; i++)
    parts.push(
      line(netX - 7, netTop + (view.scale * i) / 5, netX + 7, netTop + (view.scale * i) / 5, {
        stroke: '#3b4452',
        strokeWidth: 1,
      }),
    );
  return parts;
}

function player(view: View): string {
  const [x, y] = at(view, [-0.3, 0]);
  const s = view.scale;
  const limb = { stroke: '#2f3b4c', strokeWidth: s * 0.17, strokeLinecap: 'round' };
  return (
    line(x, y - s * 1.9, x - s * 0.1, y - s * 1.1, {
      ...limb,
      stroke: COLOR.red,
      strokeWidth: s * 0.36,
    }) +
    line(x - s * 0.1, y - s * 1.1, x - s * 0.4, y - s * 0.3, limb) +
    line(x - s * 0.1, y - s * 1.1, x + s * 0.22, y - s * 0.4, limb) +
    line(x, y - s * 1.85, x + s * 0.26, y - s * 2.85, limb) +
    line(x, y - s * 1.8, x - s * 0.42, y - s * 1.5, limb) +
    circle(x + s * 0.03, y - s * 2.25, s * 0.2, { fill: '#e8b98f' })
  );
}

function ball(view: View, t: number, opacity = 1): string {
  const [x, y] = at(view, ballAt(t));
  return (
    circle(x, y, view.scale * 0.17, {
      fill: '#f6c445',
      stroke: '#8a6a14',
      strokeWidth: 2,
      opacity,
    }) +
    path(
      `M${x - view.scale * 0.15} ${y}q${view.scale * 0.15} ${-view.scale * 0.12} ${view.scale * 0.3} 0`,
      { fill: 'none', stroke: '#8a6a14', strokeWidth: 1.5, opacity },
    )
  );
}

/** One frame of the clip. */
export function serveFrame(t: number): Drawing {
  const view: View = { width: 640, height: 360, scale: 30, left: 60, ground: 300 };
  const time = Math.min(t, FLIGHT_S);
  const ghosts = [1, 2, 3, 4].map((k) =>
    time - k * 0.05 > 0 ? ball(view, time - k * 0.05, 0.32 - k * 0.06) : '',
  );
  return drawing(view.width, view.height, [
    ...court(view, '#dfeaf4', '#d99a5b'),
    player(view),
    ...ghosts,
    ball(view, time),
  ]);
}

/** The analysed flight: path, apex, height over the net, landing. `flat` draws a straight line. */
export function serveDiagram(title: string, flat = false, curve: string = COLOR.blue): Drawing {
  const view: View = { width: 1400, height: 560, scale: 60, left: 110, ground: 440 };
  const points = Array.from({ length: 61 }, (_, i): Point => {
    const t = (FLIGHT_S * i) / 60;
    return at(view, flat ? [(18 * i) / 60, 3.1 * (1 - i / 60)] : ballAt(t));
  });
  const net = ballAt(9 / (SERVE.speed * Math.cos(radians)));
  const apex = ballAt((SERVE.speed * Math.sin(radians)) / 9.81);
  const parts = [
    ...court(view, '#f6f9fc', '#efe3d2'),
    player(view),
    polyline(points, {
      stroke: curve,
      strokeWidth: 5,
      strokeDasharray: '2 11',
      strokeLinecap: 'round',
    }),
    text(48, 62, title, 30, { fontWeight: 650 }),
  ];
  if (!flat) {
    const label = (point: Point, body: string, dx: number, dy: number, anchor = 'middle') => {
      const [x, y] = at(view, point);
      parts.push(circle(x, y, 9, { fill: '#fff', stroke: curve, strokeWidth: 4 }));
      parts.push(text(x + dx, y + dy, body, 21, { textAnchor: anchor, fill: COLOR.ink }));
    };
    label(apex, `apex ${APEX_M.toFixed(2)} m`, 0, -24);
    label(net, `${(net[1] - 2.43).toFixed(2)} m over the net`, 18, -20, 'start');
    label(ballAt(FLIGHT_S), `lands after ${FLIGHT_S.toFixed(2)} s`, 22, -16, 'start');
    const [x1, y1] = at(view, [0, -0.75]);
    const [x2] = at(view, [RANGE_M, 0]);
    parts.push(
      arrow([x1 + 300, y1], [x1, y1], COLOR.soft, 2.5),
      arrow([x1 + 300, y1], [x2, y1], COLOR.soft, 2.5),
    );
    parts.push(
      text((x1 + x2) / 2, y1 + 34, `range ${RANGE_M.toFixed(1)} m`, 21, {
        textAnchor: 'middle',
        fill: COLOR.soft,
      }),
    );
  }
  return drawing(view.width, view.height, parts);
}
