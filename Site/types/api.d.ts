// What the server's API answers, as far as the pages read it. `/api/v1/openapi.json` describes all of it.

/** A box in fractions of the upright photo: left, top, width, height. */
type Box = [number, number, number, number];

/** Clockwise degrees: 0, 90, 180 or 270. */
type Turn = number;

/** A photo as grids and tables need it. */
interface Photo {
  id: number;
  sha256: string;
  /** Pixels, upright. */
  width: number;
  height: number;
  turn: Turn;
  /** `#rrggbb`; null for a photo without a thumbnail. */
  colour: string | null;
  /** The camera's wall clock, `2014-06-12T15:30:12`; null for an undated photo. */
  taken: string | null;
  name: string;
  favourite: boolean;
  rating: number;
  warning: boolean;
  missing: boolean;
  /** One sentence for screen readers. */
  label: string;
  /** Only where more than the grid's members were asked for. */
  city?: string | null;
}

/** A row of the table: `fields=table`. */
interface TablePhoto extends Photo {
  path: string;
  latitude: number | null;
  longitude: number | null;
  altitude: number | null;
  position_source: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  country_name: string | null;
  light: string[];
  camera: string | null;
  objects: SeenObject[];
  persons: number;
  scene: string | null;
  scene_probability: number | null;
  format: string;
  bytes: number;
  utc_offset_minutes: number | null;
  time_source: string | null;
}

interface SeenObject {
  class: string;
  confidence: number;
  /** Only a photo's own address gives the boxes. */
  box: Box;
  counts: boolean;
}

interface SeenScene {
  class: string;
  probability: number;
  counts: boolean;
}

/** What one network saw in a photo. */
interface ModelResult {
  model: string;
  task: 'detection' | 'classification';
  vocabulary: string;
  threshold: number;
  is_thorough: boolean;
  speaks: boolean;
  objects: SeenObject[];
  scenes: SeenScene[];
}

/** A personal label's opinion of a photo. */
interface LabelScore {
  id: number;
  name: string;
  probability: number;
  threshold: number;
  box: Box | null;
  counts: boolean;
  answer: boolean | null;
}

/** Everything about one photo. */
interface PhotoDetails extends TablePhoto {
  orientation: number;
  direction: number | null;
  sun_altitude: number | null;
  offset_source: string | null;
  clock_shift_seconds: number;
  warning_sentence: string | null;
  place: Place | null;
  scenes: SeenScene[];
  labels: LabelScore[];
  models: string[];
  results: ModelResult[];
  files: { path: string; state: string }[];
  thresholds: { detection: number; classification: number };
  /** The place in the result of the query that was asked with, and why it is there. */
  index?: number | null;
  why?: string[];
}

interface Place {
  city: string;
  region: string | null;
  country: string;
  country_name: string;
  time_zone: string;
}

/** Degrees; south and west are negative. */
interface Position {
  latitude: number;
  longitude: number;
}

/** A part of a query, as the server splits it. */
interface Clause {
  /** `near`, `date`, … for a term; null for the others. */
  kind?: string | null;
  op?: 'term' | 'not' | 'and' | 'or';
  text: string;
  operands?: Clause[];
  /** How many photos it holds for; only where it was counted. */
  count?: number;
}

/** A term and how many photos of the result it would leave. */
interface Facet {
  term: string;
  name: string;
  count: number;
  /** Where a class is from; other facets have none. */
  vocabulary?: string;
}

type FacetName =
  | 'classes'
  | 'concepts'
  | 'countries'
  | 'regions'
  | 'cities'
  | 'months'
  | 'lights'
  | 'cameras'
  | 'ratings'
  | 'models'
  | 'labels';

type Facets = Record<FacetName, Facet[]> & {
  favourites: number;
  undated: number;
  unplaced: number;
};

/** A result: how many, what would narrow it, and how the server read the query. */
interface SearchAnswer {
  query: string;
  version: number;
  count: number;
  undated: number;
  unplaced: number;
  left_out: string | null;
  clauses: Clause[];
  facets: Facets;
  /** By month, `2014-06`, whatever days are asked for. */
  histogram: { month: string; count: number }[];
  centre: (Position & { metres?: number; [member: string]: any }) | null;
  /** Where nothing is found: a clause by its place, and how many photos there are without it. */
  hints: { text: string; clause: number; without: number }[];
  has_photos: boolean;
  /** Only for a draft that is not understood; everything else is missing then. */
  problem?: QueryProblem;
}

/** Why a query is not understood, where, and what may have been meant. */
interface QueryProblem {
  detail: string;
  offset?: number | null;
  suggestions: (string | { text: string })[];
}

/** A group of photos on the map. */
interface Cluster extends Position {
  id: number;
  sha256: string;
  turn: Turn;
  count: number;
  south: number;
  north: number;
  west: number;
  east: number;
}

interface Bounds {
  south: number;
  north: number;
  west: number;
  east: number;
}

interface Suggestion {
  text: string;
  label?: string | null;
  kind?: string | null;
  count?: number | null;
}

type JobKind = 'add' | 'import' | 'refresh' | 'retry' | 'upload' | 'analyse_again' | 'train_label';
type JobState = 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

interface Job {
  id: number;
  kind: JobKind;
  state: JobState;
  stage: string | null;
  done: number;
  total: number | null;
  rate: number | null;
  remaining_seconds: number | null;
  title: string;
  folders: string[];
  model: string | null;
  thorough: boolean;
  query: string | null;
  label: number | null;
  learns: boolean | null;
  teaching: Teaching | null;
  message: string | null;
  summary: JobSummary | null;
  created_ms: number;
  finished_ms: number | null;
}

/** What a job came to. */
interface JobSummary extends Record<string, any> {
  indexed: number;
  duplicates: number;
  moved: number;
  unsupported: number;
  set_aside: Record<string, number>;
  missing: number;
  copied: number;
  unchanged: number;
  scanned: number;
  unreadable_folders: Record<string, string>;
  analysed: number;
  skipped: number;
  failed: number;
  training: any;
  seconds: number;
}

type Learner = 'cnn3' | 'transfer';

interface Epoch {
  training_loss: number;
  validation_loss: number | null;
  validation_accuracy: number | null;
}

/** How far a training is. */
interface Teaching {
  stage: string;
  learner: Learner;
  /** Which part, counted from 0, of how many; the last one learns from all examples. */
  part: number;
  parts: number;
  /** Of the present part only. */
  curve: Epoch[];
  done: number;
  total: number;
  epoch?: number;
  epochs?: number;
}

/** A figure with the ends of its interval, all from 0 to 1. */
interface Estimate {
  value: number;
  low: number;
  high: number;
}

interface LabelVersion {
  number: number;
  learner: Learner;
  seed: number;
  positives: number;
  negatives: number;
  threshold: number;
  is_in_use: boolean;
  created_ms: number;
  average_precision: Estimate | null;
  f1: Estimate | null;
}

interface Label {
  id: number;
  name: string;
  term: string;
  /** The class whose boxes it is about; null for whole photos. */
  class: string | null;
  threshold: number;
  is_threshold_chosen: boolean;
  positives: number;
  negatives: number;
  photos: number;
  created_ms: number;
  version: LabelVersion | null;
}

/** A photo or a box in it, and what was answered. */
interface Example {
  photo: Photo;
  box: Box | null;
  answer: boolean | null;
  probability?: number | null;
  origin?: string;
  marked_ms?: number;
}

/** A photo or a box as it is sent. */
interface Mark {
  photo: number;
  box: Box | null;
}

interface Confusion {
  true_positives: number;
  false_positives: number;
  false_negatives: number;
  true_negatives: number;
}

/** What cross-validation says of one learner. */
interface Figures {
  learner: Learner;
  proposed_threshold: number;
  threshold: number;
  folds: number;
  average_precision: Estimate | null;
  accuracy: Estimate | null;
  precision: Estimate | null;
  recall: Estimate | null;
  f1: Estimate | null;
  confusion: Confusion;
  curve: { threshold: number; precision: number; recall: number }[];
  scored: { probability: number; answer: boolean }[];
  mistakes: Example[];
  history: Epoch[];
  seconds: number;
  left_out: string[];
}

/** A training as it was measured. */
interface Training {
  number: number;
  proposed: Learner | null;
  reason: string | null;
  learners: Figures[];
}

interface Model {
  id: string;
  name: string;
  task: 'detection' | 'classification' | null;
  version: string | null;
  vocabulary: string | null;
  classes: number | null;
  threshold: number | null;
  photos: number;
  thorough_photos: number;
  bytes: number | null;
  where: 'library' | 'installation' | 'nowhere';
  is_installed: boolean;
  is_default: boolean;
  is_speaking: boolean;
  is_removable: boolean;
  problem: string | null;
  verdict: { ok: boolean; sentence: string | null; made_ms: number } | null;
  record: any;
}

/** A network that is being installed or verified. */
interface Install {
  id: number;
  kind: 'install' | 'verify';
  subject: string;
  model: string | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  stage: 'download' | 'check' | 'place' | null;
  done: number;
  total: number | null;
  message: string | null;
  created_ms: number;
  finished_ms: number | null;
}

/** What two networks of one kind saw. */
interface Comparison {
  a: any;
  b: any;
  task: 'detection' | 'classification';
  vocabulary: string;
  photos: number;
  top_differs: number | null;
  classes: ComparedClass[];
}

interface ComparedClass {
  class: string;
  a: number;
  both: number;
  b: number;
}

type Role = 'viewer' | 'editor' | 'administrator';

interface User {
  id: number;
  name: string;
  role: Role;
  is_disabled?: boolean;
  last_seen_ms?: number | null;
}

interface SignedIn {
  agent: string;
  current: boolean;
  created_ms: number;
  last_seen_ms: number;
}

interface Token {
  id: number;
  name: string;
  scope: string;
  created_ms: number;
  last_used_ms: number | null;
  /** Only in the answer to making it. */
  token?: string;
}

interface Backup {
  name: string;
  made_ms: number;
  bytes: number;
}

/** A correction of clocks or positions. */
interface Change {
  id: number;
  kind: string;
  summary: string;
  photos: number;
  made_ms: number;
}

interface SavedSearch {
  name: string;
  query: string;
  count?: number | null;
}

interface SetAsideFile {
  id: number;
  path: string;
  name: string;
  bytes: number;
  reason: string;
  sentence: string;
  /** What the decoder said. */
  detail?: string | null;
}

interface SetAsideAnswer {
  total: number;
  reasons: Reason[];
  files: SetAsideFile[];
  unsupported: number;
}

interface Statistics {
  query: string;
  numbers: Record<string, any>;
  /** The day as `2014-06-12` and its photos. */
  days: [string, number][];
  hours: number[];
  weekdays: number[];
  hours_of_week: number[];
  objects: StatisticsRow[];
  scenes: StatisticsRow[];
  countries: Facet[];
  cities: Facet[];
  cameras: Facet[];
  lights: Facet[];
  confidence: {
    objects: number[];
    scenes: number[];
    detection_threshold: number;
    classification_threshold: number;
  };
  problem?: QueryProblem;
}

interface StatisticsRow extends Facet {
  /** Only for objects: how many boxes there are in those photos. */
  boxes?: number;
}

interface UploadAnswer {
  received: number;
  state: 'none' | 'partial' | 'stored' | 'indexed' | 'duplicate' | 'unsupported' | 'set_aside';
  photo: number | null;
  reason: string | null;
  sentence: string | null;
}

/** What reading a path answers. Paths that are not here are `any`: whoever asks gives the type. */
type Answer<P extends string> = P extends keyof Answers ? Answers[P] : any;

interface Answers {
  'session': { user: User | null; csrf: string };
  'account': { user: User; sessions: SignedIn[]; tokens: Token[] };
  'search': SearchAnswer;
  'layout': ArrayBuffer;
  'map': { placed: number; bounds: Bounds | null; clusters: Cluster[] };
  'complete': { suggestions: Suggestion[]; from: number };
  'photos': { count: number; offset: number; version: number; photos: any[] };
  'searches': { searches: SavedSearch[] };
  'statistics': Statistics;
  'labels': { labels: Label[]; classes: string[] };
  'jobs': { jobs: Job[] };
  'models': { models: Model[]; photos: number };
  'models/installs': { installs: Install[] };
  'models/compare': Comparison;
  'users': { users: User[] };
  'set-aside': SetAsideAnswer;
  'backups': { backups: Backup[] };
  'changes': { changes: Change[] };
}
