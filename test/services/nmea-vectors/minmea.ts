/** Of minmea (github.com/kosma/minmea, WTFPL or MIT). Of the sentences that are not read here a few stand for all. */
import {
  accuracy,
  angle,
  autonomous,
  date,
  gga,
  gll,
  gsa,
  invalid,
  knots,
  none,
  place,
  rmc,
  time,
  unchecked,
  type Vector,
  valid,
  vtg,
  zda,
} from './words.ts';

const wroclaw = place(angle(51, 6.94086), angle(17, 1.5168));
const zone = { ...zda, ...time(16, 0, 12.71), ...date(2004, 3, 11) };

export const minmea: readonly Vector[] = [
  {
    sentence: '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47',
    is: {
      ...{ ...gga, ...autonomous, ...time(12, 35, 19), ...accuracy(8, 0.9, 545.4) },
      ...place(angle(48, 7.038), angle(11, 31)),
    },
  },
  {
    sentence: '$GPGGA,123204.00,5106.94086,N,01701.51680,E,1,06,3.86,127.9,M,40.5,M,,*51',
    is: { ...gga, ...autonomous, ...time(12, 32, 4), ...wroclaw, ...accuracy(6, 3.86, 127.9) },
  },
  {
    sentence: '$GPGGA,,,,,,0,00,99.99,,,,,,*48',
    is: { ...gga, ...none, satellites: 0 },
    theirs: 'keeps a precision of 99.99, which receivers write for none',
  },
  { sentence: '$GPGSA,A,3,04,05,,09,12,,,24,,,,,2.5,1.3,2.1*39', is: { ...gsa, dimensions: '3d', hdop: 1.3 } },
  {
    sentence: '$GPGSA,A,3,02,08,09,05,04,26,,,,,,,4.92,3.86,3.05*00',
    is: { ...gsa, dimensions: '3d', hdop: 3.86 },
  },
  {
    sentence: '$GPGSA,A,1,,,,,,,,,,,,,99.99,99.99,99.99*30',
    is: { ...gsa, dimensions: 'none' },
    theirs: 'keeps a precision of 99.99, which receivers write for none',
  },
  {
    sentence: '$GPGLL,3723.2475,N,12158.3416,W,161229.487,A,A*41',
    is: { ...gll, ...autonomous, ...time(16, 12, 29.487), ...place(angle(37, 23.2475), -angle(121, 58.3416)) },
  },
  {
    sentence: '$GPGLL,5106.94086,N,01701.51680,E,123204.00,A,A*63',
    is: { ...gll, ...autonomous, ...time(12, 32, 4), ...wroclaw },
  },
  { sentence: '$GPGLL,,,,,,V,N*64', is: { ...gll, ...none } },
  { sentence: '$GPRMC,,V,,,,,,,,,,N*53', is: { ...rmc, ...invalid } },
  {
    sentence: '$GPRMC,123205.00,A,5106.94085,N,01701.51689,E,0.016,,280214,,,A*7B',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(12, 32, 5), ...date(2014, 2, 28) },
      ...{ ...place(angle(51, 6.94085), angle(17, 1.51689)), ...knots(0.016) },
    },
  },
  {
    sentence: '$GPRMC,081836,A,3751.65,S,14507.36,E,000.0,360.0,130998,011.3,E*62',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(8, 18, 36), ...date(1998, 9, 13) },
      ...{ ...place(-angle(37, 51.65), angle(145, 7.36)), ...knots(0), courseDeg: 360 },
    },
  },
  { sentence: '$GPVTG,054.7,T,034.4,M,005.5,N,010.2,K*48', is: { ...vtg, ...knots(5.5), courseDeg: 54.7 } },
  { sentence: '$GPVTG,188.36,T,,M,0.820,N,1.519,K,A*3F', is: { ...vtg, ...knots(0.82), courseDeg: 188.36 } },
  { sentence: '$GPVTG,096.5,T,083.5,M,0.0,N,0.0,K,D*22', is: { ...vtg, ...knots(0), courseDeg: 96.5 } },
  { sentence: '$GPVTG,,T,,M,0.016,N,0.030,K,A*27', is: { ...vtg, ...knots(0.016) } },
  { sentence: '$GNVTG,,,,,,,,,N*2E', is: vtg },
  { sentence: '$GPZDA,160012.71,11,03,2004,-1,00*7D', is: zone },
  ...[
    '$GPTXT,01,01,02,ANTSTATUS=INIT*25',
    '$GPXTE,A,A,0.67,L,N*6F',
    '$GPXTE,A,A,0.67,L,N*6f',
    '$GPGSV,4,1,13,02,28,259,33,04,12,212,27,05,34,305,30,07,79,138,*7F',
    '$GPGST,024603.00,3.2,6.6,4.7,47.3,5.8,5.6,22.0*58',
    '$GNGBS,170556.00,3.0,2.9,8.3,,,,*5C',
    '$GPBWC,081837,,,,,,T,,M,,N,*13',
  ].map((sentence) => ({ sentence, is: 'other' }) as const),
  ...[
    '$GPTXT,01,01,02,ANTSTATUS=INIT*26',
    '$GPRMC,,V,,,,,,,,,,N*532',
    '$GPVTG,,,,\xff,,,,,N*30',
    'GPGSA,A,1,,,,,,,,,,,,,99.99,99.99,99.99*30',
    'gps: $GPGLL,,,,,,V,N',
    '$GPXTE,A,A,0.67,L,N*6e',
    '$GPXTE,A,A,0.67,L,N*6g',
    '$GPTXT,hello\r*24',
  ].map((sentence) => ({ sentence, is: 'refused' }) as const),
  {
    sentence: '$$GPGGA,,,,,,0,00,99.99,,,,,,*48',
    is: { ...gga, ...none, satellites: 0 },
    theirs: 'refuses it: to us the second $ begins anew, as where a sentence was cut off',
  },
  ...[
    '$GPTXT,hello',
    '$GPRMC,081836.75,A,3751.65,S,14507.36,E,000.0,360.0,130998,011.3,E',
    '$GPRMC,,A,3751.65,N,14507.36,W,,,,,',
    '$GPGLL,4916.45,N,12311.12,W,225444,A',
    '$GNGSA,A,3,04,05,,09,12,,,24,,,,,2.5,1.3,2.1',
  ].map((sentence) => ({ sentence, is: 'refused', theirs: unchecked }) as const),
];
