import type { Figure } from '../../../../../shared/model/quality.ts';
import { countFigure } from '../../define-inspection.ts';
import type { CloudAnalysis } from './analyse-cloud.ts';
import type { Box } from './box.ts';
import { extentFigures, sizeFigure } from './mesh-figures.ts';

/** Every figure of a point cloud, in the order in which it is shown. */
export function cloudFigures(cloud: CloudAnalysis, box: Box): Record<string, Figure> {
  const { points, duplicates, outliers, asked, nearest } = cloud;
  const places = points - duplicates.length;
  const note =
    asked < places ? `Of ${asked} points, spread over the cloud.` : 'Between different places.';
  return {
    points: countFigure(points),
    ...extentFigures(box),
    'duplicate points': countFigure(
      duplicates.length,
      'count',
      'At exactly the place of a point before it.',
    ),
    outliers: countFigure(
      outliers.length,
      'count',
      `Mean distance to 16 neighbours more than 3 deviations above the mean, and twice it. ${note}`,
    ),
    'nearest neighbour, least': sizeFigure(nearest?.least, 'units', note),
    'nearest neighbour, median': sizeFigure(nearest?.median, 'units', note),
    'nearest neighbour, mean': sizeFigure(nearest?.mean, 'units', note),
    'nearest neighbour, greatest': sizeFigure(nearest?.greatest, 'units', note),
  };
}
