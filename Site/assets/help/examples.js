// The query language in short. docs/query-language.md has all of it.

/** @type {[string, string[][]][]} */
export const exampleGroups = [
  ['What is in them', [
    ['beach and person', 'both'],
    ['dog or cat', 'either'],
    ['not car', 'everything without a car'],
    ['(dog or cat) and not person', 'brackets group terms'],
    ['"traffic light"', 'a name with a space'],
    ['person >= 3', 'at least three persons'],
    ['dog @ 80%', 'confidence of at least 80 %'],
    ['person larger 20%', 'a box that covers at least a fifth of the picture'],
  ]],
  ['When', [
    ['2014', 'the whole year'],
    ['2014-06..2014-07', 'from June 1 to July 31, both days included'],
    ['2014-06-12..', 'since June 12'],
    ['month:7', 'July of any year'],
    ['weekday:sat..sun', 'weekends'],
    ['hour:5..8', 'from 5:00 to 8:59'],
  ]],
  ['Where', [
    ['near:"Cusco",50km', 'at most 50 km from a place'],
    ['near:55.86,-4.25,25km', 'or from coordinates'],
    ['country:PE', 'a country, by code or name'],
    ['region:"La Paz"', 'a region'],
    ['city:Lima', 'a city'],
    ['not has:gps', 'without a position'],
  ]],
  ['Light and more', [
    ['light:sunset', 'also: sunrise, golden-hour, blue-hour, day, night'],
    ['favourite', 'marked as favourites'],
    ['rating >= 3', 'three stars and more'],
    ['camera:"NIKON D90"', 'the camera name contains this'],
    ['file:DSCN', 'the file name contains this'],
    ['has:warning', 'indexed with a warning'],
    ['not has:time', 'undated photos'],
  ]],
];
