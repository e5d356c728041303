// What is open: the host, the project, its files, imports, problems and models.
import { z } from 'zod';
import {
  ImportProgress,
  ImportReport,
  ImportRequest,
  ValidationReport,
} from '../../model/import.ts';
import { Problem, ProblemCode, Severity } from '../../model/problem.ts';
import { Project, RecentProject } from '../../model/project.ts';
import { ModelSummary } from '../../model/response.ts';
import { MetricDescriptor } from '../../model/score.ts';
import { ModelManifest } from '../../model/settings.ts';
import { FileListing, HostInfo } from '../host.ts';
import { Done, None, Path, command, query } from './define.ts';

export const projectMethods = {
  'host.info': query(None, HostInfo),
  'project.current': query(None, z.object({ project: Project.optional() })),
  'project.recent': query(None, z.object({ projects: z.array(RecentProject) })),
  'project.open': command(z.object({ dir: Path }), z.object({ project: Project })),
  'project.create': command(
    z.object({ dir: Path, name: z.string().max(120) }),
    z.object({ project: Project }),
  ),
  'project.openDemo': command(None, z.object({ project: Project })),
  'project.close': command(None, Done),
  'files.list': query(z.object({ dir: Path.optional() }), FileListing),
  'files.reveal': command(z.object({ mediaId: z.string() }), Done),
  'files.openExternally': command(z.object({ mediaId: z.string() }), Done),
  'import.inspect': query(z.object({ path: Path }), ValidationReport),
  'import.start': command(ImportRequest, z.object({ importId: z.string() })),
  'import.progress': query(None, z.object({ progress: ImportProgress.optional() })),
  'import.cancel': command(None, Done),
  'import.report': query(None, z.object({ report: ImportReport.optional() })),
  'problems.page': query(
    z.object({
      code: ProblemCode.optional(),
      quirk: z.int().optional(),
      severity: Severity.optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ problems: z.array(Problem), total: z.int() }),
  ),
  'models.list': query(None, z.object({ models: z.array(ModelSummary) })),

  /** What each model takes, in the order of the models; those shipped can be taken over. */
  'models.manifests': query(
    None,
    z.object({ manifests: z.array(ModelManifest), shipped: z.array(ModelManifest) }),
  ),

  /** Decides what a model supports, and so τ; without inputs "has a response" decides again. */
  'models.saveManifest': command(z.object({ manifest: ModelManifest }), Done),
  'metrics.list': query(None, z.object({ metrics: z.array(MetricDescriptor) })),
} as const;
