// Made by `make api-types` from Tests/WebTests/Snapshots/openapi.txt, the API's description of itself. Do not edit:
// `make lint-site` fails if this file differs from what that command writes.

interface Account {
  created_ms: number;
  id: number;
  is_disabled: boolean;
  last_seen_ms: number | null;
  name: string;
  role: 'viewer' | 'editor' | 'administrator';
}

interface Backup {
  bytes: number;
  made_ms: number;
  name: string;
}

interface ClassFacet {
  count: number;
  name: string;
  term: string;
  vocabulary: string;
}

interface Clause {
  kind: string | null;
  op: 'term' | 'not' | 'and' | 'or';
  operands: Clause[];
  text: string;
}

interface Cluster {
  count: number;
  east: number;
  id: number;
  latitude: number;
  longitude: number;
  north: number;
  sha256: string | null;
  south: number;
  turn: number;
  west: number;
}

interface ComparedPhoto {
  a: Seen | null;
  b: Seen | null;
  colour: string | null;
  favourite: boolean;
  height: number;
  id: number;
  label: string;
  missing: boolean;
  name: string;
  rating: number;
  sha256: string;
  taken: string | null;
  turn: number;
  warning: boolean;
  width: number;
}

interface CountedClause {
  count: number;
  kind: string | null;
  op: 'term' | 'not' | 'and' | 'or';
  operands: Clause[];
  text: string;
}

interface DraftProblem {
  problem: {
    detail: string;
    offset: number | null;
    suggestions: string[];
  };
}

interface Epoch {
  training_loss: number;
  validation_accuracy: number | null;
  validation_loss: number | null;
}

interface Estimate {
  high: number;
  low: number;
  value: number;
}

interface Facet {
  count: number;
  name: string;
  term: string;
}

interface Facets {
  cameras: Facet[];
  cities: Facet[];
  classes: ClassFacet[];
  concepts: Facet[];
  countries: Facet[];
  favourites: number;
  labels: Facet[];
  lights: Facet[];
  models: Facet[];
  months: MonthFacet[];
  ratings: RatingFacet[];
  regions: Facet[];
  undated: number;
  unplaced: number;
}

interface FoundObject {
  box: Box;
  class: string;
  confidence: number;
  counts: boolean;
}

interface FoundScene {
  class: string;
  counts: boolean;
  probability: number;
}

interface GridPhoto {
  colour: string | null;
  favourite: boolean;
  height: number;
  id: number;
  label: string;
  missing: boolean;
  name: string;
  rating: number;
  sha256: string;
  taken: string | null;
  turn: number;
  warning: boolean;
  width: number;
}

interface Install {
  created_ms: number;
  done: number;
  finished_ms: number | null;
  id: number;
  kind: 'install' | 'verify';
  message: string | null;
  model: string | null;
  stage: 'download' | 'check' | 'place' | null;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  subject: string;
  total: number | null;
}

interface InstallableModel {
  address: string;
  bytes: number;
  id: string;
  is_installed: boolean;
  licence: string;
  name: string;
  note: string;
  published: {
    mAP?: number;
    set?: string;
    top1?: number;
  };
  task: 'detection' | 'classification';
}

interface Job {
  created_ms: number;
  done: number;
  finished_ms: number | null;
  folders: string[];
  id: number;
  kind: 'add' | 'import' | 'refresh' | 'retry' | 'upload' | 'analyse_again' | 'train_label';
  label: number | null;
  learns: boolean | null;
  message: string | null;
  model: string | null;
  query: string | null;
  rate: number | null;
  remaining_seconds: number | null;
  stage: 'scanning' | 'analysing' | 'copying' | 'learning' | 'labelling' | null;
  state: 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
  summary: JobSummary;
  teaching: LabelProgress | null;
  thorough: boolean;
  title: string;
  total: number | null;
}

interface JobSummary {
  analysed: number;
  copied: number;
  duplicates: number;
  failed: number;
  indexed: number;
  missing: number;
  moved: number;
  scanned: number;
  seconds: number;
  set_aside: Record<string, number>;
  skipped: number;
  training: {
    notes: string[];
    number: number;
    photos: number;
    proposed: 'cnn3' | 'transfer';
  } | null;
  unchanged: number;
  unreadable_folders: Record<string, string>;
  unsupported: number;
}

interface Label {
  class: string | null;
  created_ms: number;
  id: number;
  is_threshold_chosen: boolean;
  name: string;
  negatives: number;
  photos: number;
  positives: number;
  term: string;
  threshold: number;
  version: LabelVersion | null;
}

interface LabelFigures {
  accuracy: Estimate | null;
  average_precision: Estimate;
  confusion: {
    false_negatives: number;
    false_positives: number;
    true_negatives: number;
    true_positives: number;
  };
  curve: {
    precision: number;
    recall: number;
    threshold: number;
  }[];
  f1: Estimate | null;
  folds: number;
  history: Epoch[];
  learner: 'cnn3' | 'transfer';
  left_out: string[];
  mistakes: {
    answer: boolean;
    box: Box | null;
    photo: GridPhoto;
    probability: number;
  }[];
  precision: Estimate | null;
  proposed_threshold: number;
  recall: Estimate | null;
  scored: {
    answer: boolean;
    probability: number;
  }[];
  seconds: number;
  threshold: number;
}

interface LabelProgress {
  curve: Epoch[];
  done: number;
  epoch: number | null;
  epochs: number | null;
  learner: 'cnn3' | 'transfer' | null;
  part: number | null;
  parts: number | null;
  stage: 'looking' | 'training' | 'judging';
  total: number;
}

interface LabelVersion {
  average_precision: Estimate | null;
  created_ms: number;
  f1: Estimate | null;
  is_in_use: boolean;
  learner: 'cnn3' | 'transfer';
  negatives: number;
  number: number;
  positives: number;
  seed: number;
  threshold: number;
}

interface Mark {
  box: Box | null;
  photo: number;
}

interface Model {
  bytes: number | null;
  classes: number | null;
  id: string;
  is_default: boolean;
  is_installed: boolean;
  is_removable: boolean;
  is_speaking: boolean;
  name: string;
  photos: number;
  problem: string | null;
  record: Record<string, unknown> | null;
  task: 'detection' | 'classification' | null;
  thorough_photos: number;
  threshold: number | null;
  verdict: {
    made_ms: number;
    ok: boolean;
    sentence: string | null;
  } | null;
  version: string | null;
  vocabulary: string | null;
  where: 'library' | 'installation' | 'nowhere';
}

interface ModelResults {
  is_thorough: boolean;
  model: string;
  objects: FoundObject[];
  scenes: FoundScene[];
  speaks: boolean;
  task: 'detection' | 'classification';
  threshold: number;
  vocabulary: string;
}

interface MonthFacet {
  count: number;
  month: string;
  term: string;
}

interface Photo {
  altitude: number | null;
  bytes: number;
  camera: string | null;
  city: string | null;
  clock_shift_seconds: number;
  colour: string | null;
  country: string | null;
  country_name: string | null;
  direction: number | null;
  favourite: boolean;
  files: {
    path: string;
    state: 'pending' | 'indexed' | 'duplicate' | 'unsupported' | 'set_aside' | 'missing';
  }[];
  format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'heic' | 'avif' | 'raw';
  height: number;
  id: number;
  index: number | null;
  label: string;
  labels: {
    answer: boolean | null;
    box: Box | null;
    counts: boolean;
    id: number;
    name: string;
    probability: number;
    threshold: number;
  }[];
  latitude: number | null;
  light: ('night' | 'blue-hour' | 'golden-hour' | 'day' | 'sunrise' | 'sunset')[];
  longitude: number | null;
  missing: boolean;
  models: string[];
  name: string;
  objects: FoundObject[];
  offset_source: 'camera' | 'place' | null;
  orientation: number;
  path: string;
  persons: number;
  place: {
    city: string;
    country: string;
    country_name: string;
    region: string | null;
    time_zone: string;
  } | null;
  position_source: 'exif' | 'xmp' | 'gpx' | 'user' | 'neighbours' | null;
  rating: number;
  region: string | null;
  results: ModelResults[];
  scene: string | null;
  scene_probability: number | null;
  scenes: FoundScene[];
  sha256: string;
  sun_altitude: number | null;
  taken: string | null;
  thresholds: {
    classification: number;
    detection: number;
  };
  time_source: 'exif' | 'exif_digitized' | 'xmp' | 'gps' | 'file_name' | null;
  turn: number;
  utc_offset_minutes: number | null;
  warning: boolean;
  warning_sentence: string | null;
  why: string[];
  width: number;
}

interface Problem {
  csrf?: boolean;
  detail: string;
  line?: number;
  offset?: number | null;
  received?: number;
  retry_after?: number;
  status: number;
  suggestions?: string[];
  title: string;
  type: string;
}

interface RatingFacet {
  count: number;
  stars: number;
  term: string;
}

interface SearchAnswer {
  centre: {
    latitude: number;
    longitude: number;
    metres: number;
  } | null;
  clauses: CountedClause[];
  count: number;
  facets: Facets;
  has_photos: boolean;
  hints: {
    clause: number;
    text: string;
    without: number;
  }[];
  histogram: MonthFacet[];
  left_out: string | null;
  query: string;
  undated: number;
  unplaced: number;
  version: number;
}

interface Seen {
  objects: FoundObject[];
  scenes: FoundScene[];
}

interface Settings {
  thorough_imports: boolean;
  tiles_attribution: string | null;
  tiles_url: string | null;
  upload_files: number;
  upload_megabytes: number;
}

interface Statistics {
  cameras: Facet[];
  cities: Facet[];
  confidence: {
    classification_threshold: number;
    detection_threshold: number;
    objects: number[];
    scenes: number[];
  };
  countries: Facet[];
  days: DayCount[];
  hours: number[];
  hours_of_week: number[];
  lights: Facet[];
  numbers: {
    days_with_photos: number;
    days_without_photos: number;
    first: string | null;
    last: string | null;
    persons: number;
    persons_per_photo: number | null;
    photos: number;
    range_days: number;
    undated: number;
    with_objects: number;
    with_persons: number;
    with_position: number;
    with_scenes: number;
    without_persons: number;
  };
  objects: {
    boxes: number;
    count: number;
    name: string;
    term: string;
  }[];
  query: string;
  scenes: {
    count: number;
    name: string;
    term: string;
  }[];
  weekdays: number[];
}

interface TablePhoto {
  altitude: number | null;
  bytes: number;
  camera: string | null;
  city: string | null;
  colour: string | null;
  country: string | null;
  country_name: string | null;
  favourite: boolean;
  format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'heic' | 'avif' | 'raw';
  height: number;
  id: number;
  label: string;
  latitude: number | null;
  light: ('night' | 'blue-hour' | 'golden-hour' | 'day' | 'sunrise' | 'sunset')[];
  longitude: number | null;
  missing: boolean;
  name: string;
  objects: {
    class: string;
    confidence: number;
  }[];
  path: string;
  persons: number;
  position_source: 'exif' | 'xmp' | 'gpx' | 'user' | 'neighbours' | null;
  rating: number;
  region: string | null;
  scene: string | null;
  scene_probability: number | null;
  sha256: string;
  taken: string | null;
  time_source: 'exif' | 'exif_digitized' | 'xmp' | 'gps' | 'file_name' | null;
  turn: number;
  utc_offset_minutes: number | null;
  warning: boolean;
  width: number;
}

interface Upload {
  photo: number | null;
  reason: 'empty_file' | 'not_an_image' | 'truncated' | 'corrupt_pixels' | 'too_many_pixels' | 'too_large' | 'cannot_be_read' | 'decoder_crashed' | 'decoder_timed_out' | 'changed_while_reading' | null;
  received: number;
  sentence: string | null;
  state: 'none' | 'partial' | 'stored' | 'indexed' | 'unsupported' | 'set_aside';
}

interface User {
  id: number;
  name: string;
  role: 'viewer' | 'editor' | 'administrator';
}

interface Vocabulary {
  concepts: number;
  is_default: boolean;
  text: string;
  unknown_members: {
    line: number;
    suggestions: string[];
    text: string;
  }[];
}

/** What each route takes and answers; `parameters` are the names in its address, `null` stands for no content. */
interface ApiRoutes {
  /** The account, its sessions and tokens. */
  'GET account': {
    parameters: never;
    body: undefined;
    answer: {
      sessions: {
        agent: string;
        created_ms: number;
        current: boolean;
        id: number;
        last_seen_ms: number;
      }[];
      tokens: {
        created_ms: number;
        id: number;
        last_used_ms: number | null;
        name: string;
        scope: 'read' | 'edit' | 'administer';
      }[];
      user: User;
    };
  };
  /** Change the password; ends all other sessions. */
  'PUT account/password': {
    parameters: never;
    body: {
      current: string;
      new: string;
    };
    answer: null;
  };
  /** End all other sessions. */
  'DELETE account/sessions': {
    parameters: never;
    body: undefined;
    answer: {
      ended: number;
    };
  };
  /** Create a token for a program; it is shown only in this answer. */
  'POST account/tokens': {
    parameters: never;
    body: {
      name: string;
      scope: 'read' | 'edit' | 'administer';
    };
    answer: {
      id: number;
      name: string;
      scope: 'read' | 'edit' | 'administer';
      token: string;
    };
  };
  /** Revoke a token. */
  'DELETE account/tokens/{id}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** Backups of the catalogue. */
  'GET backups': {
    parameters: never;
    body: undefined;
    answer: {
      backups: Backup[];
    };
  };
  /** Back the catalogue up now. */
  'POST backups': {
    parameters: never;
    body: undefined;
    answer: Backup;
  };
  /** Download a backup. */
  'GET backups/{name}': {
    parameters: never;
    body: undefined;
    answer: ArrayBuffer;
  };
  /** Delete a backup. */
  'DELETE backups/{name}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** Corrections of clocks and positions. */
  'GET changes': {
    parameters: never;
    body: undefined;
    answer: {
      changes: {
        id: number;
        kind: 'clock' | 'position';
        made_ms: number;
        photos: number;
        summary: string;
      }[];
    };
  };
  /** Undo a correction. */
  'POST changes/{id}/undo': {
    parameters: never;
    body: undefined;
    answer: {
      photos: number;
    };
  };
  /** Completions for the end of a text. */
  'GET complete': {
    parameters: 'text' | 'limit';
    body: undefined;
    answer: {
      from: number;
      suggestions: {
        count: number | null;
        kind: string;
        label: string;
        text: string;
      }[];
    };
  };
  /** Updates as Server-Sent Events: hello, job, models, catalogue. */
  'GET events': {
    parameters: never;
    body: undefined;
    answer: ArrayBuffer;
  };
  /** Export a result: a table, GeoJSON, a workbook, or a report in one HTML file. */
  'GET export': {
    parameters: 'q' | 'order' | 'draft' | 'form';
    body: undefined;
    answer: ArrayBuffer | DraftProblem;
  };
  /** The subfolders of a server folder, to choose one. */
  'GET folders': {
    parameters: 'path';
    body: undefined;
    answer: {
      folders: {
        name: string;
        path: string;
      }[];
      parent: string | null;
      path: string;
      photos_here: number;
    };
  };
  /** Check the installation and the library; takes seconds. */
  'GET health': {
    parameters: never;
    body: undefined;
    answer: {
      checks: {
        detail: string;
        name: string;
        ok: boolean;
      }[];
      ok: boolean;
    };
  };
  /** Recent jobs, newest first. */
  'GET jobs': {
    parameters: never;
    body: undefined;
    answer: {
      jobs: Job[];
    };
  };
  /** Add server folders, copy them into the library, scan all folders again, or run a model on the photos that lack its results. */
  'POST jobs': {
    parameters: never;
    body: {
      folders?: string[] | null;
      kind: 'add' | 'import' | 'refresh' | 'analyse_again';
      model?: string | null;
      q?: string | null;
      thorough?: boolean | null;
    };
    answer: Job;
  };
  /** Cancel a job; finished work is kept. */
  'POST jobs/{id}/cancel': {
    parameters: never;
    body: undefined;
    answer: Job;
  };
  /** Pause a job. */
  'POST jobs/{id}/pause': {
    parameters: never;
    body: undefined;
    answer: Job;
  };
  /** Resume a paused job. */
  'POST jobs/{id}/resume': {
    parameters: never;
    body: undefined;
    answer: Job;
  };
  /** The labels by name, and the classes whose boxes a label can be about. */
  'GET labels': {
    parameters: never;
    body: undefined;
    answer: {
      classes: string[];
      labels: Label[];
    };
  };
  /** Create a label without examples; class is the class of its boxes, null for whole photos. */
  'POST labels': {
    parameters: never;
    body: {
      class?: string | null;
      name: string;
    };
    answer: Label;
  };
  /** A label. */
  'GET labels/{id}': {
    parameters: never;
    body: undefined;
    answer: Label;
  };
  /** Delete a label with its examples, versions and results; this cannot be undone. */
  'DELETE labels/{id}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** The examples, latest first. */
  'GET labels/{id}/examples': {
    parameters: 'answer' | 'offset' | 'limit';
    body: undefined;
    answer: {
      count: number;
      examples: {
        answer: boolean;
        box: Box | null;
        marked_ms: number;
        origin: 'grid' | 'viewer' | 'page' | 'review' | 'query' | 'list' | 'import';
        photo: GridPhoto | null;
      }[];
      offset: number;
    };
  };
  /** Answer for photos, or for boxes as returned by the API; null removes the answers. */
  'POST labels/{id}/examples': {
    parameters: never;
    body: {
      answer?: boolean | null;
      marks: {
        box?: Box | null;
        photo: number;
      }[];
      origin?: 'grid' | 'viewer' | 'page' | 'review' | null;
    };
    answer: {
      changed: number;
      label: Label;
    };
  };
  /** The examples as a CSV file. */
  'GET labels/{id}/examples.csv': {
    parameters: never;
    body: undefined;
    answer: ArrayBuffer;
  };
  /** Import examples from a CSV file; rows about unknown photos are skipped. */
  'POST labels/{id}/examples/import': {
    parameters: never;
    body: {
      text: string;
    };
    answer: {
      changed: number;
      label: Label;
      problems: Record<string, string>;
      unknown: number;
    };
  };
  /** Answer for selected photos. For boxes, no means all of a photo, and yes the only one, or the largest of several if largest is true. */
  'POST labels/{id}/examples/photos': {
    parameters: never;
    body: {
      answer?: boolean | null;
      ids: number[];
      largest?: boolean | null;
      origin?: 'grid' | 'viewer' | 'page' | 'review' | null;
    };
    answer: {
      ambiguous: number[];
      changed: number;
      label: Label;
      without: number[];
    };
  };
  /** Undo the label's last answer, however many photos it covered. */
  'POST labels/{id}/examples/undo': {
    parameters: never;
    body: undefined;
    answer: {
      label: Label;
      marks: Mark[];
    };
  };
  /** Rename a label. */
  'PUT labels/{id}/name': {
    parameters: never;
    body: {
      name: string;
    };
    answer: Label;
  };
  /** The photos of a query, with what can be marked on each and the present answers. */
  'GET labels/{id}/photos': {
    parameters: 'q' | 'order' | 'offset' | 'limit' | 'mixed';
    body: undefined;
    answer: {
      count: number;
      offset: number;
      photos: {
        marks: {
          answer: boolean | null;
          box: Box | null;
        }[];
        photo: GridPhoto;
      }[];
    };
  };
  /** The unanswered items that the label is least certain about, least certain first. */
  'GET labels/{id}/review': {
    parameters: 'limit';
    body: undefined;
    answer: {
      doubts: {
        box: Box | null;
        photo: GridPhoto | null;
        probability: number;
      }[];
      pending: number;
    };
  };
  /** Set the threshold of a label; null for the one that its version proposes. */
  'PUT labels/{id}/threshold': {
    parameters: never;
    body: {
      threshold?: number | null;
    };
    answer: Label;
  };
  /** Train a label on its examples, as a job; default: both learners. */
  'POST labels/{id}/train': {
    parameters: never;
    body: {
      learner?: 'cnn3' | 'transfer' | null;
      seed?: number | null;
    };
    answer: Job;
  };
  /** The versions, newest training first; the previously active one, and how many photos the active one has not analysed yet. */
  'GET labels/{id}/versions': {
    parameters: never;
    body: undefined;
    answer: {
      before: LabelVersion | null;
      pending: number;
      versions: LabelVersion[];
    };
  };
  /** Make the previous version active again. */
  'POST labels/{id}/versions/undo': {
    parameters: never;
    body: undefined;
    answer: Label;
  };
  /** The cross-validation results of a training, for both learners. */
  'GET labels/{id}/versions/{number}': {
    parameters: 'threshold';
    body: undefined;
    answer: {
      learners: LabelFigures[];
      number: number;
      proposed: 'cnn3' | 'transfer' | null;
      reason: string | null;
    };
  };
  /** Make a version active; a job applies it to the photos that it has not analysed. */
  'POST labels/{id}/versions/{number}/use': {
    parameters: never;
    body: {
      learner?: 'cnn3' | 'transfer' | null;
    };
    answer: Label;
  };
  /** The days and the shape of every photo of a result, in order. */
  'GET layout': {
    parameters: 'q' | 'order' | 'draft';
    body: undefined;
    answer: DraftProblem | ArrayBuffer;
  };
  /** Clusters of a result on a map. */
  'GET map': {
    parameters: 'q' | 'order' | 'draft' | 'zoom' | 'west' | 'south' | 'east' | 'north';
    body: undefined;
    answer: {
      bounds: {
        east: number;
        north: number;
        south: number;
        west: number;
      } | null;
      clusters: Cluster[];
      placed: number;
      unplaced: number;
      version: number;
    } | DraftProblem;
  };
  /** Mark or rate several photos. */
  'POST marks': {
    parameters: never;
    body: {
      favourite?: boolean | null;
      ids: number[];
      rating?: number | null;
    };
    answer: {
      changed: number;
    };
  };
  /** All models: those installed, and those that only have results. */
  'GET models': {
    parameters: never;
    body: undefined;
    answer: {
      models: Model[];
      photos: number;
    };
  };
  /** Counts of photos in which two models find the same classes, of those analysed by both. */
  'GET models/compare': {
    parameters: 'a' | 'b';
    body: undefined;
    answer: {
      a: {
        id: string;
        threshold: number;
      };
      b: {
        id: string;
        threshold: number;
      };
      classes: {
        a: number;
        b: number;
        both: number;
        class: string;
      }[];
      photos: number;
      task: 'detection' | 'classification';
      top_differs: number | null;
      vocabulary: string;
    };
  };
  /** Photos with a class that both or only one found, most confident first, with both results. */
  'GET models/compare/photos': {
    parameters: 'a' | 'b' | 'class' | 'side' | 'offset' | 'limit';
    body: undefined;
    answer: {
      count: number;
      offset: number;
      photos: ComparedPhoto[];
    };
  };
  /** Install a model by id, from an address with its SHA-256, or from files on the server; one at a time. */
  'POST models/install': {
    parameters: never;
    body: {
      address?: string | null;
      files?: string[] | null;
      id?: string | null;
      labels?: string | null;
      licence?: string | null;
      name?: string | null;
      preset?: string | null;
      sha256?: string | null;
      size?: string | null;
    };
    answer: Install;
  };
  /** Models that can be installed by id, and presets for models from an address. */
  'GET models/installable': {
    parameters: never;
    body: undefined;
    answer: {
      installable: InstallableModel[];
      presets: {
        id: string;
        needs_two_files: boolean;
        summary: string;
      }[];
    };
  };
  /** Installations and verifications, running and since the server started. */
  'GET models/installs': {
    parameters: never;
    body: undefined;
    answer: {
      installs: Install[];
    };
  };
  /** Stop installing; the data received is kept. */
  'POST models/installs/{id}/cancel': {
    parameters: never;
    body: undefined;
    answer: Install;
  };
  /** Try again; a download continues where it stopped. */
  'POST models/installs/{id}/repeat': {
    parameters: never;
    body: undefined;
    answer: Install;
  };
  /** Remove a model from the library; its results stay. */
  'DELETE models/{model}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** Make a model active: its results count in searches, and imports use it. */
  'POST models/{model}/use': {
    parameters: never;
    body: undefined;
    answer: Model;
  };
  /** Check a model's files, load it and run it once. */
  'POST models/{model}/verify': {
    parameters: never;
    body: undefined;
    answer: Install;
  };
  /** This document. */
  'GET openapi.json': {
    parameters: never;
    body: undefined;
    answer: Record<string, unknown>;
  };
  /** A page of a result. */
  'GET photos': {
    parameters: 'q' | 'order' | 'draft' | 'offset' | 'limit' | 'fields' | 'sort' | 'direction';
    body: undefined;
    answer: {
      count: number;
      offset: number;
      photos: GridPhoto[] | TablePhoto[];
      version: number;
    } | DraftProblem;
  };
  /** Everything about one photo. */
  'GET photos/{id}': {
    parameters: 'q' | 'order';
    body: undefined;
    answer: Photo;
  };
  /** Mark or unmark a photo as a favourite. */
  'PUT photos/{id}/favourite': {
    parameters: never;
    body: {
      favourite: boolean;
    };
    answer: GridPhoto;
  };
  /** Set the position of a photo, or remove it (both null); can be undone under changes. */
  'PUT photos/{id}/position': {
    parameters: never;
    body: {
      latitude?: number | null;
      longitude?: number | null;
    };
    answer: GridPhoto;
  };
  /** Rate a photo: 1 to 5 stars, 0 for none. */
  'PUT photos/{id}/rating': {
    parameters: never;
    body: {
      stars: number;
    };
    answer: GridPhoto;
  };
  /** Rotate a photo by 0, 90, 180 or 270 degrees clockwise; the file does not change. */
  'PUT photos/{id}/turn': {
    parameters: never;
    body: {
      turn: number;
    };
    answer: GridPhoto;
  };
  /** How many photos a query finds, with all facets. */
  'GET search': {
    parameters: 'q' | 'order' | 'draft';
    body: undefined;
    answer: SearchAnswer | DraftProblem;
  };
  /** Saved searches, with how many photos each finds now. */
  'GET searches': {
    parameters: never;
    body: undefined;
    answer: {
      searches: {
        count: number | null;
        name: string;
        query: string;
      }[];
    };
  };
  /** Save a query under a name, replacing any with that name. */
  'PUT searches/{name}': {
    parameters: never;
    body: {
      query: string;
    };
    answer: null;
  };
  /** Delete a saved search. */
  'DELETE searches/{name}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** Who is signed in. */
  'GET session': {
    parameters: never;
    body: undefined;
    answer: {
      csrf: string;
      first_visit: boolean;
      user: User | null;
      version: string;
    };
  };
  /** Sign in; the answer sets a cookie. */
  'POST session': {
    parameters: never;
    body: {
      name: string;
      password: string;
    };
    answer: {
      user: User;
    };
  };
  /** Sign out. */
  'DELETE session': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** Files set aside. */
  'GET set-aside': {
    parameters: 'reason' | 'offset' | 'limit';
    body: undefined;
    answer: {
      files: {
        bytes: number | null;
        detail: string | null;
        id: number;
        name: string;
        path: string;
        reason: 'empty_file' | 'not_an_image' | 'truncated' | 'corrupt_pixels' | 'too_many_pixels' | 'too_large' | 'cannot_be_read' | 'decoder_crashed' | 'decoder_timed_out' | 'changed_while_reading';
        sentence: string;
      }[];
      reasons: {
        count: number;
        reason: 'empty_file' | 'not_an_image' | 'truncated' | 'corrupt_pixels' | 'too_many_pixels' | 'too_large' | 'cannot_be_read' | 'decoder_crashed' | 'decoder_timed_out' | 'changed_while_reading';
        sentence: string;
      }[];
      total: number;
      unsupported: number;
    };
  };
  /** All files that were set aside, as a table. */
  'GET set-aside.csv': {
    parameters: never;
    body: undefined;
    answer: ArrayBuffer;
  };
  /** Try files again: some, those with some reasons, or all. */
  'POST set-aside/retry': {
    parameters: never;
    body: {
      ids?: number[] | null;
      reasons?: ('empty_file' | 'not_an_image' | 'truncated' | 'corrupt_pixels' | 'too_many_pixels' | 'too_large' | 'cannot_be_read' | 'decoder_crashed' | 'decoder_timed_out' | 'changed_while_reading')[] | null;
    };
    answer: {
      job: Job | null;
      retried: number;
    };
  };
  /** Settings of the server. */
  'GET settings': {
    parameters: never;
    body: undefined;
    answer: Settings;
  };
  /** Change settings; those left out stay as they are. */
  'PUT settings': {
    parameters: never;
    body: {
      thorough_imports?: boolean | null;
      tiles_attribution?: string | null;
      tiles_url?: string | null;
      upload_files?: number | null;
      upload_megabytes?: number | null;
    };
    answer: Settings;
  };
  /** Create the first administrator with the code from the terminal. */
  'POST setup': {
    parameters: never;
    body: {
      code: string;
      name: string;
      password: string;
    };
    answer: {
      user: User;
    };
  };
  /** The added folders. */
  'GET sources': {
    parameters: never;
    body: undefined;
    answer: {
      sources: string[];
    };
  };
  /** The numbers of a result, by day, hour, object, scene, place and camera. */
  'GET statistics': {
    parameters: 'q' | 'draft';
    body: undefined;
    answer: Statistics | DraftProblem;
  };
  /** Disk space in use. */
  'GET storage': {
    parameters: never;
    body: undefined;
    answer: {
      backups_bytes: number;
      catalogue_bytes: number;
      files: {
        duplicate: number;
        indexed: number;
        missing: number;
        pending: number;
        set_aside: number;
        unsupported: number;
      };
      free_bytes: number | null;
      library: string;
      originals_bytes: number;
      photos: number;
      sources: string[];
      thumbnails_bytes: number;
      total_bytes: number | null;
      uploads_bytes: number;
    };
  };
  /** Which of these files are known already, by their SHA-256. */
  'POST uploads/check': {
    parameters: never;
    body: {
      sha256: string[];
    };
    answer: {
      known: Record<string, number>;
    };
  };
  /** Import the completed uploads. */
  'POST uploads/import': {
    parameters: never;
    body: undefined;
    answer: Job;
  };
  /** How much of a file has arrived, and its outcome. */
  'GET uploads/{sha256}': {
    parameters: never;
    body: undefined;
    answer: Upload;
  };
  /** Send a file, or the rest of it, as raw bytes. */
  'PUT uploads/{sha256}': {
    parameters: 'name' | 'size' | 'offset';
    body: ArrayBuffer;
    answer: Upload;
  };
  /** Delete an upload that is not imported yet. */
  'DELETE uploads/{sha256}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** All accounts. */
  'GET users': {
    parameters: never;
    body: undefined;
    answer: {
      users: Account[];
    };
  };
  /** Create an account. */
  'POST users': {
    parameters: never;
    body: {
      name: string;
      password: string;
      role: 'viewer' | 'editor' | 'administrator';
    };
    answer: Account;
  };
  /** Change an account's role or password, or disable or enable it. */
  'PATCH users/{id}': {
    parameters: never;
    body: {
      is_disabled?: boolean | null;
      password?: string | null;
      role?: 'viewer' | 'editor' | 'administrator' | null;
    };
    answer: Account;
  };
  /** Delete an account; never the last administrator. */
  'DELETE users/{id}': {
    parameters: never;
    body: undefined;
    answer: null;
  };
  /** The vocabulary of concepts. */
  'GET vocabulary': {
    parameters: never;
    body: undefined;
    answer: Vocabulary;
  };
  /** Replace the vocabulary; if a line is wrong, nothing changes and the error names the line. */
  'PUT vocabulary': {
    parameters: never;
    body: {
      text: string;
    };
    answer: Vocabulary;
  };
}
