/** Of go-nmea (github.com/adrianmo/go-nmea, MIT). */
import {
  accuracy,
  angle,
  autonomous,
  date,
  differential,
  gga,
  gll,
  gns,
  gsa,
  invalid,
  knots,
  none,
  place,
  rmc,
  time,
  type Vector,
  valid,
  vtg,
  whole,
  zda,
} from './words.ts';

const england = place(angle(51, 33.82), -angle(0, 42.24));
const ontario = place(angle(43, 2.53957), -angle(79, 20.379823));
const paris = { ...time(9, 48, 21), ...place(angle(48, 49.931307), angle(2, 16.053323)), ...accuracy(14, 0.6, 161.5) };
const sydney = place(-angle(33, 56.465), angle(151, 24.5567));

export const goNmea: readonly Vector[] = [
  {
    sentence: '$GNGGA,203415.000,6325.6138,N,01021.4290,E,1,8,2.42,72.5,M,41.5,M,,*7C',
    is: {
      ...{ ...gga, ...autonomous, ...time(20, 34, 15), ...accuracy(8, 2.42, 72.5) },
      ...place(angle(63, 25.6138), angle(10, 21.429)),
    },
  },
  {
    sentence: '$GPGGA,034225.077,3356.4650,S,15124.5567,E,1,03,9.7,-25.0,M,21.0,M,,0000*51',
    is: { ...gga, ...autonomous, ...time(3, 42, 25.077), ...sydney, ...accuracy(3, 9.7, -25) },
  },
  {
    sentence: '$GNGGA,034225.077,A,S,15124.5567,E,1,03,9.7,-25.0,M,21.0,M,,0000*24',
    is: { ...gga, ...autonomous, ...time(3, 42, 25.077), ...accuracy(3, 9.7, -25) },
    theirs: whole,
  },
  {
    sentence: '$GPGGA,034225.077,3356.4650,S,A,E,1,03,9.7,-25.0,M,21.0,M,,0000*0C',
    is: { ...gga, ...autonomous, ...time(3, 42, 25.077), ...accuracy(3, 9.7, -25) },
    theirs: whole,
  },
  {
    sentence: '$GPGGA,034225.077,3356.4650,S,15124.5567,E,12,03,9.7,-25.0,M,21.0,M,,0000*63',
    is: { ...gga, ...none, ...time(3, 42, 25.077), ...sydney, ...accuracy(3, 9.7, -25) },
    theirs: whole,
  },
  {
    sentence: '$GPGLL,3926.7952,N,12000.5947,W,022732,A,A*58',
    is: { ...gll, ...autonomous, ...time(2, 27, 32), ...place(angle(39, 26.7952), -angle(120, 0.5947)) },
  },
  {
    sentence: '$IIGLL,5924.462,N,01030.048,E,062216,A*38',
    is: { ...gll, ...autonomous, ...time(6, 22, 16), ...place(angle(59, 24.462), angle(10, 30.048)) },
  },
  {
    sentence: '$GPGLL,3926.7952,N,12000.5947,W,022732,D,A*5D',
    is: { ...gll, ...none, ...time(2, 27, 32), ...place(angle(39, 26.7952), -angle(120, 0.5947)) },
    theirs: whole,
  },
  {
    sentence: '$GNGNS,014035.00,4332.69262,S,17235.48549,E,RR,13,0.9,25.63,11.24,,*70',
    is: {
      ...{ ...gns, ...differential, ...time(1, 40, 35), ...accuracy(13, 0.9, 25.63) },
      ...place(-angle(43, 32.69262), angle(172, 35.48549)),
    },
  },
  {
    sentence: '$GNGNS,094821.0,4849.931307,N,00216.053323,E,AA,14,0.6,161.5,48.0,,*6D',
    is: { ...gns, ...autonomous, ...paris },
  },
  {
    sentence: '$GNGNS,094821.0,4849.931307,N,00216.053323,E,AAN,14,0.6,161.5,48.0,,*23',
    is: { ...gns, ...autonomous, ...paris },
  },
  {
    sentence: '$GNGNS,094821.0,4849.931307,N,00216.053323,E,AAX,14,0.6,161.5,48.0,,*35',
    is: { ...gns, ...autonomous, ...paris },
    theirs: whole,
  },
  {
    sentence: '$GPGNS,224749.00,3333.4268304,N,11153.3538273,W,D,19,0.6,406.110,-26.294,6.0,0138,S*6A',
    is: {
      ...{ ...gns, ...differential, ...time(22, 47, 49), ...accuracy(19, 0.6, 406.11) },
      ...place(33.55711384000001, -111.88923045499999),
    },
  },
  {
    sentence: '$GPGSA,A,3,22,19,18,27,14,03,,,,,,,3.1,2.0,2.4*36',
    is: { ...gsa, dimensions: '3d', hdop: 2 },
  },
  {
    sentence: '$GNGSA,A,3,13,12,22,19,08,21,,,,,,,1.05,0.64,0.83,4*0B',
    is: { ...gsa, dimensions: '3d', hdop: 0.64 },
  },
  {
    sentence: '$GPGSA,F,3,22,19,18,27,14,03,,,,,,,3.1,2.0,2.4*31',
    is: { ...gsa, dimensions: '3d', hdop: 2 },
    theirs: 'refuses it for how its dimensions were chosen, which we do not read',
  },
  {
    sentence: '$GPGSA,A,6,22,19,18,27,14,03,,,,,,,3.1,2.0,2.4*33',
    is: { ...gsa, dimensions: 'none', hdop: 2 },
    theirs: whole,
  },
  {
    sentence: '$GNRMC,220516,A,5133.82,N,00042.24,W,173.8,231.8,130694,004.2,W*6E',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(22, 5, 16), ...date(1994, 6, 13) },
      ...{ ...england, ...knots(173.8), courseDeg: 231.8 },
    },
  },
  {
    sentence: '$GPRMC,142754.0,A,4302.539570,N,07920.379823,W,0.0,,070617,0.0,E,A*3F',
    is: { ...rmc, ...valid, ...autonomous, ...time(14, 27, 54), ...date(2017, 6, 7), ...ontario, ...knots(0) },
    theirs: 'gives a course of 0: we give none',
  },
  {
    sentence: '$GNRMC,100538.00,A,5546.27711,N,03736.91144,E,0.061,,260318,,,A*60',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(10, 5, 38), ...date(2018, 3, 26) },
      ...{ ...place(angle(55, 46.27711), angle(37, 36.91144)), ...knots(0.061) },
    },
    theirs: 'gives a course of 0: we give none',
  },
  {
    sentence: '$GNRMC,102014.00,A,5550.6082,N,03732.2488,E,000.00000,092.9,300518,,,A,V*3B',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(10, 20, 14), ...date(2018, 5, 30) },
      ...{ ...place(55.843469999999996, 37.537479999999995), ...knots(0), courseDeg: 92.9 },
    },
  },
  {
    sentence: '$YDRMC,124014.00,A,5520.2848,N,01321.5108,E,0.0,0.0,230623,4.4,E,A,C*5D',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(12, 40, 14), ...date(2023, 6, 23) },
      ...{ ...place(55.338080000000005, 13.358513333333333), ...knots(0), courseDeg: 0 },
    },
  },
  {
    sentence: '$GPRMC,220516,D,5133.82,N,00042.24,W,173.8,231.8,130694,004.2,W*75',
    is: {
      ...{ ...rmc, ...invalid, ...time(22, 5, 16), ...date(1994, 6, 13) },
      ...{ ...england, ...knots(173.8), courseDeg: 231.8 },
    },
    theirs: whole,
  },
  { sentence: '$GPRMC,235236,A,3925.9479,N,11945.9211,W,44.7,153.6,250905,15.2,E,A*0A', is: 'refused' },
  { sentence: '$GPVTG,45.5,T,67.5,M,30.45,N,56.40,K*4B', is: { ...vtg, ...knots(30.45), courseDeg: 45.5 } },
  { sentence: '$GPVTG,220.86,T,,M,2.550,N,4.724,K,A*34', is: { ...vtg, ...knots(2.55), courseDeg: 220.86 } },
  { sentence: '$GPVTG,T,45.5,67.5,M,30.45,N,56.40,K*4B', is: { ...vtg, ...knots(30.45) }, theirs: whole },
  { sentence: '$GPZDA,172809.456,12,07,1996,00,00*57', is: { ...zda, ...time(17, 28, 9.456), ...date(1996, 7, 12) } },
  {
    sentence: '$GPZDA,220516,D,5133.82,N,00042.24,W,173.8,231.8,130694,004.2,W*76',
    is: { ...zda, ...time(22, 5, 16) },
    theirs: whole,
  },
];
