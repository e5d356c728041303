// THE contract: every method that the engine answers, over any transport. Adding a method is one line
// here and one handler in electron/engine/api; tsc and the contract suite fail until both are there.
import { z } from 'zod';
import {
  AgreementRequest,
  JudgeConsistency,
  MetricAgreement,
  Perturbation,
  PreferenceReport,
  RationalityCorrelation,
} from '../model/agreement.ts';
import { Alignment } from '../model/alignment.ts';
import {
  AnalysisNote,
  AnalysisScope,
  DatasetStatistics,
  DifficultyGradient,
  HeatBy,
  HeatMatrix,
  Leaderboard,
} from '../model/analysis.ts';
import {
  Annotation,
  AnnotationDraft,
  AnnotationEvent,
  BulkAnnotation,
} from '../model/annotation.ts';
import {
  FlipReport,
  ModelMatrix,
  PairComparison,
  PairPoints,
  SliceDimension,
  SliceReport,
} from '../model/comparison.ts';
import {
  EndpointKey,
  EndpointMap,
  EndpointSettings,
  EndpointTest,
  KeyPlace,
  StoredKeyName,
} from '../model/endpoint.ts';
import { ModelDefects } from '../model/defects.ts';
import { Distribution } from '../model/distribution.ts';
import {
  AnnotationExport,
  InstanceExport,
  InstanceFormat,
  OfficialExport,
  OfficialKind,
  RatingExport,
} from '../model/export.ts';
import { FacetCounts, InstanceFilter, InstanceSort } from '../model/filter.ts';
import { FilterVocabulary } from '../model/filter-vocabulary.ts';
import { Histogram, HISTOGRAM_BINS } from '../model/histogram.ts';
import { ImportProgress, ImportReport, ImportRequest, ValidationReport } from '../model/import.ts';
import { InstanceDetail, InstanceRow } from '../model/instance.ts';
import { MediaFacts } from '../model/media.ts';
import { ModeCounts } from '../model/mode-counts.ts';
import { Problem, ProblemCode, Severity } from '../model/problem.ts';
import { Project, RecentProject } from '../model/project.ts';
import {
  BlindUnit,
  HumanRating,
  RaterName,
  RatingEvent,
  RatingSession,
  Revealed,
  Rubric,
  Saying,
  UnitProgress,
} from '../model/rating.ts';
import { PublishedResults } from '../model/published.ts';
import { GroupBy, ReportRow } from '../model/report.ts';
import { ModelSummary } from '../model/response.ts';
import {
  Judgement,
  JudgementLabel,
  JudgementVerdict,
  Prompt,
  PromptId,
  Spending,
} from '../model/judge.ts';
import { Budget, Run, RunFailure, RunId, RunPlan, RunRequest } from '../model/run.ts';
import { Sample, SampleDraft, SamplePlan } from '../model/sample.ts';
import { ModelManifest, ProjectSettings } from '../model/settings.ts';
import { SavedView } from '../model/saved-view.ts';
import { Spectrogram, SpectrogramRequest } from '../model/spectrogram.ts';
import { MetricDescriptor, UnscoredCode } from '../model/score.ts';
import { Taxonomy } from '../model/taxonomy.ts';
import { FileListing, HostInfo } from './host.ts';
import { Waveform, WaveformRequest } from '../model/waveform.ts';

interface Method<K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
}
/** Reads only; may be asked again at any time. */
const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'query', input, output }) satisfies Method<'query', I, O>;
/** Changes something; stores learn of the change by an event. */
const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  ({ kind: 'command', input, output }) satisfies Method<'command', I, O>;

const None = z.object({}).strict();
const Done = z.object({});
const Path = z.string().min(1).max(4096);
const Models = z.array(z.string()).max(8);
/** Two models over a set of instances. */
const Pair = z.object({ a: z.string(), b: z.string(), filter: InstanceFilter.default({}) });
/** Somebody at work on a sample. */
const seat = { sampleId: z.string().max(60), rater: RaterName };
/** A unit of a sample, by its place in the rater's own order. */
const unit = { ...seat, position: z.int().min(0) };

export const contract = {
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

  'instances.page': query(
    z.object({
      filter: InstanceFilter,
      sort: InstanceSort,
      models: Models,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(InstanceRow), total: z.int() }),
  ),
  'instances.facets': query(
    z.object({ filter: InstanceFilter, models: Models }),
    z.object({ facets: FacetCounts, total: z.int() }),
  ),
  /** Where an instance stands in a filtered, sorted list, and what is before and behind it. */
  'instances.position': query(
    z.object({ filter: InstanceFilter, sort: InstanceSort, models: Models, key: z.string() }),
    z.object({
      /** 0-based; absent when the instance is not in the filtered set. */
      index: z.int().optional(),
      total: z.int(),
      previous: z.string().optional(),
      next: z.string().optional(),
      first: z.string().optional(),
      last: z.string().optional(),
    }),
  ),
  /**
   * Keys for "go to": those whose id is `text` (padding ignored), or whose key starts with or holds
   * `text` (any case, spaces around slashes ignored); exact ids first, then by key.
   */
  'instances.find': query(
    z.object({ text: z.string().max(300), limit: z.int().min(1).max(100) }),
    z.object({ keys: z.array(z.string()) }),
  ),
  'instances.get': query(
    z.object({ key: z.string(), models: Models }),
    z.object({ instance: InstanceDetail }),
  ),
  /** How each metric of the models is spread over the filtered instances, and where `key` lies in it. */
  'instances.distribution': query(
    z.object({ filter: InstanceFilter.default({}), models: Models, key: z.string().optional() }),
    z.object({ distributions: z.array(Distribution) }),
  ),

  /**
   * One for each metric of each model chosen, and one for the difference of the first two in each metric
   * that both have: each from all filters but its own range.
   */
  'instances.histograms': query(
    z.object({
      filter: InstanceFilter,
      models: Models,
      bins: z.int().min(4).max(100).default(HISTOGRAM_BINS),
    }),
    z.object({ histograms: z.array(Histogram), total: z.int() }),
  ),
  /** How many instances each mode gives under all filters but the mode. */
  'instances.modes': query(z.object({ filter: InstanceFilter, models: Models }), ModeCounts),
  /** What filter expressions may name. */
  'instances.vocabulary': query(None, z.object({ vocabulary: FilterVocabulary })),

  /** By name. */
  'views.list': query(None, z.object({ views: z.array(SavedView) })),
  /** Keeps a view; one of the same name, or with the id given, is replaced. */
  'views.save': command(
    SavedView.pick({ name: true, query: true }).extend({ id: SavedView.shape.id.optional() }),
    z.object({ view: SavedView }),
  ),
  'views.remove': command(z.object({ id: z.int().min(1) }), Done),

  /**
   * Reference and responses as rows of what belongs together. It is answered at once with what is
   * known; while pictures are still looked at it says so, and `alignment.changed` follows.
   */
  'alignment.get': query(
    z.object({ key: z.string(), models: Models }),
    z.object({ alignment: Alignment }),
  ),
  /**
   * Says by hand that two blocks belong together, or, with one of them left out, that the other has no
   * partner; replaces what was said of either. `models` as in `alignment.get`.
   */
  'alignment.pair': command(
    z.object({
      key: z.string(),
      models: Models,
      model: z.string(),
      /** Reading block of the centre. */
      centreIndex: z.int().min(0).optional(),
      /** Reading block of the model's response. */
      index: z.int().min(0).optional(),
    }),
    Done,
  ),
  /** Forgets the pairs made by hand: of one model, or of all; with `isStale` only those that no longer hold. */
  'alignment.reset': command(
    z.object({
      key: z.string(),
      models: Models,
      model: z.string().optional(),
      isStale: z.boolean().default(false),
    }),
    Done,
  ),

  'media.facts': query(z.object({ mediaId: z.string() }), MediaFacts),
  /** Where a 3D model's defects are; 'unsupported' or 'unreadable' with the reason otherwise. */
  'media.defects': query(z.object({ mediaId: z.string() }), ModelDefects),
  /** Waveform of an audio or video file, computed in the engine and cached once it is complete. */
  'media.peaks': query(WaveformRequest, Waveform),
  /** How loud each frequency is at each time, computed in the engine and cached; see `Spectrogram`. */
  'media.spectrogram': query(SpectrogramRequest, Spectrogram),

  /** As `analysis.leaderboard`, but answered when every interval is there. */
  'report.rows': query(
    AnalysisScope.extend({ groupBy: GroupBy.optional() }),
    z.object({ rows: z.array(ReportRow), notes: z.array(AnalysisNote) }),
  ),

  /** Means at once, intervals behind them: see `isComplete`. */
  'analysis.leaderboard': query(
    AnalysisScope.extend({ groupBy: GroupBy.optional() }),
    z.object({ leaderboard: Leaderboard }),
  ),
  /** What papers print; marked as published, never recomputed. */
  'analysis.published': query(None, z.object({ published: PublishedResults })),
  /** Of one metric (the first that has figures when none is named), model × group; also what a radar shows. */
  'analysis.heat': query(
    AnalysisScope.omit({ metrics: true }).extend({
      by: HeatBy,
      metric: z.string().optional(),
      mode: z.enum(['abs', 'rel']).default('abs'),
    }),
    z.object({ heat: HeatMatrix }),
  ),
  'analysis.gradient': query(
    AnalysisScope.omit({ metrics: true }).extend({ metric: z.string().optional() }),
    z.object({ gradient: DifficultyGradient }),
  ),
  'analysis.dataset': query(
    z.object({ filter: InstanceFilter.default({}) }),
    z.object({ dataset: DatasetStatistics }),
  ),

  /** Paired differences of every metric that both have; Holm over the metrics answered. */
  'compare.pair': query(
    Pair.extend({
      metrics: AnalysisScope.shape.metrics,
      /** From which difference an instance counts as improved or regressed. */
      threshold: z.number().gt(0).max(1).default(0.1),
    }),
    z.object({ comparison: PairComparison }),
  ),
  'compare.points': query(
    Pair.extend({ metric: z.string(), gaps: z.int().min(0).max(500).default(20) }),
    z.object({ points: PairPoints }),
  ),
  /** Which slices differ most from the rest: of A − B, or of A alone when there is no B. */
  'compare.slices': query(
    Pair.partial({ b: true }).extend({
      metric: z.string(),
      dimensions: z
        .array(SliceDimension)
        .max(8)
        .default(['field', 'difficulty', 'inputModality', 'outputModality', 'length']),
      /** How many dimensions may be crossed. */
      depth: z.int().min(1).max(4).default(2),
      minSupport: z.int().min(2).max(100_000).default(30),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.object({ report: SliceReport }),
  ),
  'compare.flips': query(
    Pair.extend({
      judge: z.string().default('SC'),
      quality: z.string().default('GQ'),
      limit: z.int().min(0).max(500).default(50),
    }),
    z.object({ report: FlipReport }),
  ),
  /** All of them against each other; Holm over all pairs and metrics answered. */
  'compare.matrix': query(
    AnalysisScope.extend({ models: z.array(z.string()).max(8).default([]) }),
    z.object({ matrix: ModelMatrix }),
  ),

  /**
   * Writes figures of a model as an official result file, computed ones before imported ones; a file
   * that is there is replaced, but none that was imported.
   */
  'export.official': command(
    z.object({
      as: OfficialKind,
      model: z.string(),
      filter: InstanceFilter.default({}),
      path: Path,
    }),
    OfficialExport,
  ),

  /** Writes what people said of the instances as JSON lines; with a model, of its responses only. */
  'export.annotations': command(
    z.object({
      filter: InstanceFilter.default({}),
      model: z.string().optional(),
      path: Path,
    }),
    AnnotationExport,
  ),

  /**
   * Writes the current set, one instance a line, in the order of `sort`: key and its parts, the figures of
   * the models chosen, and what people said. A file that is there is replaced, but none that was imported.
   */
  'export.instances': command(
    z.object({
      as: InstanceFormat,
      filter: InstanceFilter.default({}),
      sort: InstanceSort.default({ by: 'key', descending: false }),
      models: Models.default([]),
      path: Path,
    }),
    InstanceExport,
  ),

  /** Writes ratings by people, one a line; those that rest on what has changed since are marked so. */
  'export.ratings': command(
    z.object({
      filter: InstanceFilter.default({}),
      sampleId: z.string().max(60).optional(),
      format: z.enum(['jsonl', 'csv']).default('jsonl'),
      path: Path,
    }),
    RatingExport,
  ),

  /** What would be drawn; nothing is written. */
  'samples.plan': query(SampleDraft, z.object({ plan: SamplePlan })),
  'samples.draw': command(SampleDraft, z.object({ sample: Sample })),
  /** Newest first. */
  'samples.list': query(None, z.object({ samples: z.array(Sample) })),
  /** Takes it off the list; what was rated stays. */
  'samples.remove': command(z.object({ sampleId: z.string().max(60) }), Done),

  /**
   * Sits down at a sample. A name that is there already is refused, unless it is the same person who
   * goes on (`isReturning`).
   */
  'ratings.join': command(
    z.object({ ...seat, isReturning: z.boolean().default(false) }),
    z.object({ session: RatingSession }),
  ),
  'ratings.session': query(z.object(seat), z.object({ session: RatingSession })),
  /** What is to be rated, with nothing that tells whose it is or what the judge found. */
  'ratings.unit': query(z.object(unit), z.object({ unit: BlindUnit })),
  /** How to rate: the rubrics that the project's judge is given. */
  'ratings.rubrics': query(None, z.object({ rubrics: z.array(Rubric) })),
  /** Kept on disk before the answer. */
  'ratings.say': command(
    z.object({ ...unit, saying: Saying }),
    z.object({ progress: UnitProgress, session: RatingSession }),
  ),
  /** Takes back what the rater said last, up to the last reveal; without a position there was nothing. */
  'ratings.undo': command(z.object(seat), z.object({ position: z.int().min(0).optional() })),
  /** Shows names and figures; what was rated blind then stays as it is. */
  'ratings.reveal': command(z.object(unit), z.object({ revealed: Revealed })),
  /** Every human rating of an instance's responses that holds. */
  'ratings.of': query(z.object({ key: z.string() }), z.object({ ratings: z.array(HumanRating) })),
  /** Everything that was ever said of them, newest first. */
  'ratings.history': query(
    z.object({ key: z.string(), limit: z.int().min(1).max(1000).default(200) }),
    z.object({ events: z.array(RatingEvent) }),
  ),

  /** Judge against people: of each metric that was rated, and of the judge's scales together. */
  'agreement.get': query(
    AgreementRequest,
    z.object({ overall: MetricAgreement, metrics: z.array(MetricAgreement) }),
  ),
  /** What people preferred, side by side. */
  'agreement.preferences': query(
    z.object({ sampleId: z.string().max(60).optional() }),
    z.object({ report: PreferenceReport }),
  ),
  /** How the judge agrees with itself, where it was asked more than once. */
  'agreement.consistency': query(None, z.object({ consistency: z.array(JudgeConsistency) })),
  /** The paper's checks on this project: composites against people, structure against changes made. */
  'agreement.rationality': query(
    None,
    z.object({
      correlations: z.array(RationalityCorrelation),
      perturbations: z.array(Perturbation),
    }),
  ),

  /** What a run would do; nothing is written. */
  'runs.plan': query(RunRequest, z.object({ plan: RunPlan })),
  /** One run at a time goes on in a project ('busy'); its items are listed behind the answer. */
  'runs.start': command(RunRequest, z.object({ runId: RunId })),
  'runs.pause': command(z.object({ runId: RunId }), Done),
  /** Another budget, or other endpoints, hold from now on. */
  'runs.resume': command(
    z.object({ runId: RunId, budgetUsd: Budget.optional(), endpoints: EndpointMap.optional() }),
    Done,
  ),
  /** Ends what is being computed; what was written stays. */
  'runs.cancel': command(z.object({ runId: RunId }), Done),
  /** Newest first. */
  'runs.list': query(None, z.object({ runs: z.array(Run) })),
  'runs.get': query(
    z.object({ runId: RunId }),
    /** Failures: the most frequent first. Spending: by role, in their order. */
    z.object({ run: Run, failures: z.array(RunFailure), spending: z.array(Spending) }),
  ),
  /**
   * Tries the unscored items again, or those of one code; the run goes on with them. Failed calls behind
   * them are asked, and paid, again.
   */
  'runs.retry': command(
    z.object({ runId: RunId, code: UnscoredCode.optional() }),
    z.object({ retried: z.int().min(0) }),
  ),

  /** What is behind the judged figures of one response, in the order of the metrics. */
  'judgements.get': query(
    z.object({ key: z.string(), model: z.string() }),
    z.object({ judgements: z.array(Judgement) }),
  ),
  /** Says what a person thinks of a judgement; without a verdict what was said is taken back. */
  'judgements.label': command(
    z.object({
      id: z.string().max(3000),
      verdict: JudgementVerdict.optional(),
      note: z.string().max(4000).default(''),
    }),
    z.object({ labels: z.array(JudgementLabel) }),
  ),

  /** What people said of an instance, in the order in which it was said first. */
  'annotations.list': query(
    z.object({ key: z.string() }),
    z.object({ annotations: z.array(Annotation), canUndo: z.boolean() }),
  ),
  /** Adds one, or changes the one whose id is given; it is then bound to the content as it is now. */
  'annotations.save': command(AnnotationDraft, z.object({ annotation: Annotation })),
  /**
   * Says one thing of every filtered instance. It is one step to take back, however many there are.
   *
   * @returns `changed` instances; the others of the set had it (or, of a removal, had it not) already
   */
  'annotations.saveMany': command(
    z.object({ filter: InstanceFilter, models: Models, annotation: BulkAnnotation }),
    z.object({ changed: z.int().min(0), total: z.int().min(0) }),
  ),
  'annotations.remove': command(z.object({ id: z.string() }), Done),
  /**
   * Takes back the last step since the project was opened. Without a key there was none, or it was one
   * over many instances: `instances` says over how many.
   */
  'annotations.undo': command(
    None,
    z.object({ key: z.string().optional(), instances: z.int().min(2).optional() }),
  ),
  /** Every change that was ever made, newest first. */
  'annotations.history': query(
    z.object({ key: z.string(), limit: z.int().min(1).max(1000).default(200) }),
    z.object({ events: z.array(AnnotationEvent) }),
  ),

  /** The project's tags, those shipped, and how often each is in use, also of tags that are gone. */
  'taxonomy.get': query(
    None,
    z.object({
      tags: Taxonomy,
      shipped: Taxonomy,
      uses: z.record(z.string(), z.int()),
    }),
  ),
  /** Replaces the list; annotations keep their tags, whatever becomes of these. */
  'taxonomy.save': command(z.object({ tags: Taxonomy }), Done),

  /** What is kept with the project, and for each endpoint whether its key can be found. */
  'settings.get': query(
    None,
    z.object({ settings: ProjectSettings, keys: z.partialRecord(EndpointKey, KeyPlace) }),
  ),
  /** Replaces them all. */
  'settings.save': command(z.object({ settings: ProjectSettings }), Done),

  'prompts.list': query(None, z.object({ prompts: z.array(Prompt) })),
  /** Without a text, or with the shipped one, the shipped one holds again. */
  'prompts.save': command(
    z.object({ id: PromptId, text: z.string().max(100_000).optional() }),
    z.object({ prompt: Prompt }),
  ),

  /** Really asks; costs some hundred tokens. Works without an open project. */
  'endpoints.test': query(
    z.object({ role: EndpointKey, settings: EndpointSettings }),
    z.object({ test: EndpointTest }),
  ),

  /** Names only; no method gives or takes a key. */
  'keys.list': query(
    None,
    z.object({
      /** Environment variables that are set and whose name sounds like a key. */
      environment: z.array(z.string()),
      stored: z.array(z.string()),
      /** False where the host has no key store that encrypts. */
      canStore: z.boolean(),
    }),
  ),
  /** The host takes the key from the clipboard, keeps it encrypted, and empties the clipboard. */
  'keys.saveFromClipboard': command(z.object({ name: StoredKeyName }), Done),
  'keys.remove': command(z.object({ name: StoredKeyName }), Done),
} as const satisfies Record<string, Method<'query' | 'command', z.ZodType, z.ZodType>>;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export const METHOD_NAMES = Object.keys(contract) as readonly MethodName[];
/** What a caller passes (defaults not yet filled in). */
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives (parsed). */
export type HandlerInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Contract[M]['output']>;
