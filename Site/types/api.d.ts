// Names for parts of the API's answers. openapi.d.ts has all of them; it is generated from the API's OpenAPI
// document. Here is only what the document describes less exactly, or does not name.

// MARK: More exact than the document

/** A box in fractions of the upright photo: left, top, width, height. The document says: numbers. */
type Box = [number, number, number, number];

/** The day as `2014-06-12` and its photos. The document says: texts or numbers. */
type DayCount = [string, number];

/** The data of each event; the document only says that there are events. */
interface ServerEvents {
  hello: { version: number };
  catalogue: { version: number };
  job: Job;
  /** A model that is being installed or verified. */
  models: Install;
}

// MARK: Parts of answers

type SignedIn = ApiRoutes['GET account']['answer']['sessions'][number];
type Token = ApiRoutes['GET account']['answer']['tokens'][number];
type Change = ApiRoutes['GET changes']['answer']['changes'][number];
type Check = ApiRoutes['GET health']['answer']['checks'][number];
/** An answer for a photo or a box; the photo is null if it is gone. */
type Example = ApiRoutes['GET labels/{id}/examples']['answer']['examples'][number];
/** An example whose photo is still there. */
type ShownExample = Example & { photo: GridPhoto };
type ImportOutcome = ApiRoutes['POST labels/{id}/examples/import']['answer'];
type Mistake = LabelFigures['mistakes'][number];
type Training = ApiRoutes['GET labels/{id}/versions/{number}']['answer'];
type Comparison = ApiRoutes['GET models/compare']['answer'];
type ComparedClass = Comparison['classes'][number];
type Preset = ApiRoutes['GET models/installable']['answer']['presets'][number];
type SavedSearch = ApiRoutes['GET searches']['answer']['searches'][number];
type SetAsideAnswer = ApiRoutes['GET set-aside']['answer'];
type SetAsideFile = SetAsideAnswer['files'][number];
/** What the site reads of a model's record; the document leaves its shape open. */
interface ModelRecord {
  published?: InstallableModel['published'];
  licence?: string;
  licence_note?: string;
}

type Reason = SetAsideAnswer['reasons'][number];
type StorageReport = ApiRoutes['GET storage']['answer'];
type Suggestion = ApiRoutes['GET complete']['answer']['suggestions'][number];
type MapAnswer = Exclude<ApiRoutes['GET map']['answer'], DraftProblem>;
type Bounds = NonNullable<MapAnswer['bounds']>;

/** A personal label's answer for a photo. */
type LabelScore = Photo['labels'][number];
type Place = NonNullable<Photo['place']>;
type Learner = LabelVersion['learner'];
type Confusion = LabelFigures['confusion'];
type Role = User['role'];
type Scope = Token['scope'];
type JobState = Job['state'];
type UploadAnswer = Upload;
/** The members of a problem beside its sentence. */
type ProblemExtra = Omit<Problem, 'type' | 'title' | 'status' | 'detail'>;
type QueryProblem = DraftProblem['problem'];
type StatisticsRow = Facet & { boxes?: number };

/** A part of a query: as the server splits it, or as pages write it, with only its text. */
type QueryClause = Partial<Omit<CountedClause, 'operands'>> & {
  text: string;
  operands?: QueryClause[];
};

/** Clockwise degrees: 0, 90, 180 or 270. */
type Turn = GridPhoto['turn'];

/** Degrees; south and west are negative. */
interface Position {
  latitude: number;
  longitude: number;
}

// MARK: Calls

/** Whether a part of a path matches a part of a route: the same text, or any text for a `{name}`. */
type FitsPart<Part, RoutePart> = RoutePart extends `{${string}}` ? true
  : Part extends RoutePart ? true
  : false;

type Fits<Path, Route> = Path extends `${infer Part}/${infer Rest}`
  ? Route extends `${infer RoutePart}/${infer RouteRest}`
    ? FitsPart<Part, RoutePart> extends true ? Fits<Rest, RouteRest> : false
  : false
  : Route extends `${string}/${string}` ? false
  : FitsPart<Path, Route>;

/** The route of a path: `GET labels/{id}` for GET and `labels/${number}`; never if there is none. */
type RouteOf<Method extends string, Path extends string> = Path extends unknown
  ? `${Method} ${Path}` extends keyof ApiRoutes ? `${Method} ${Path}`
  : {
    [Key in keyof ApiRoutes]: Key extends `${Method} ${infer Route}`
      ? Fits<Path, Route> extends true ? Key : never
      : never;
  }[keyof ApiRoutes]
  : never;

/** A path of a route. Any other path is a type error with this sentence. */
type Known<Method extends string, Path extends string> = Path extends unknown
  ? [RouteOf<Method, Path>] extends [never] ? 'The API has no such route.' : Path
  : never;

/** The value of a parameter; null and undefined are left out. */
type Parameter = string | number | boolean | null | undefined;

/** The parameters of a route, all optional. The server checks their values. */
type QueryOf<Path extends string> = {
  [Name in ApiRoutes[RouteOf<'GET', Path>]['parameters']]?: Parameter;
};

/** The given parameters, with `never` for those that the route does not have. */
type Given<Query, Path extends string> =
  & Query
  & { [Name in Exclude<keyof Query, keyof QueryOf<Path>>]: never };

/** The answer to a draft: the result, or why the query is not understood. */
type DraftAnswer<T> = T extends DraftProblem ? T : T & { problem?: undefined };

/** The answer of a path; only a draft can be answered by a problem. */
type Answer<Path extends string, Asked = unknown> = Asked extends { draft: unknown }
  ? DraftAnswer<ApiRoutes[RouteOf<'GET', Path>]['answer']>
  : Exclude<ApiRoutes[RouteOf<'GET', Path>]['answer'], DraftProblem>;

type Sent<Method extends string, Path extends string> = ApiRoutes[RouteOf<Method, Path>]['answer'];

/** The body of a route; if it has none, an empty object or nothing is sent. */
type BodyOf<Method extends string, Path extends string> =
  ApiRoutes[RouteOf<Method, Path>]['body'] extends undefined ? Record<string, never>
    : ApiRoutes[RouteOf<Method, Path>]['body'];
