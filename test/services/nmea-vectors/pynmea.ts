/** Of pynmea2 (github.com/Knio/pynmea2, MIT) and pynmeagps (github.com/semuconsulting/pynmeagps, BSD-3-Clause). */
import {
  accuracy,
  angle,
  autonomous,
  date,
  estimated,
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
} from './words.ts';

const vancouver = place(49.274166666666666, -123.18533333333333);
const munich = { ...rmc, ...time(12, 35, 19), ...date(1994, 3, 23), ...place(angle(48, 7.038), angle(11, 31)) };
const tells =
  'takes it for no fix: most receivers leave the mode or the status of navigation out, or always write V there';

export const pynmea2: readonly Vector[] = [
  {
    sentence: '$GPGGA,184353.07,1929.045,S,02410.506,E,1,04,2.6,100.00,M,-33.9,M,,0000*6D',
    is: {
      ...{ ...gga, ...autonomous, ...time(18, 43, 53.07), ...accuracy(4, 2.6, 100) },
      ...place(-angle(19, 29.045), angle(24, 10.506)),
    },
  },
  {
    sentence: '$GPGGA,201716.684,,,,,0,00,,,M,0.0,M,,0000*5F',
    is: { ...gga, ...none, ...time(20, 17, 16.684), satellites: 0 },
    theirs: 'gives latitude 0: we give no place',
  },
  {
    sentence: '$GPRMC,225446,A,4916.45,N,12311.12,W,000.5,054.7,191194,020.3,E*68',
    is: {
      ...{ ...rmc, ...valid, ...autonomous, ...time(22, 54, 46), ...date(1994, 11, 19) },
      ...{ ...vancouver, ...knots(0.5), courseDeg: 54.7 },
    },
  },
  {
    sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,*33',
    is: { ...munich, ...valid, ...autonomous },
  },
  { sentence: '$GPRMC,123519.00,V,4807.038,N,01131.000,E,,,230394,,*24', is: { ...munich, ...invalid } },
  { sentence: '$GPRMC,123519.00,,4807.038,N,01131.000,E,,,230394,,*72', is: { ...munich, ...invalid } },
  {
    sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,S*4C',
    is: { ...munich, ...valid, ...estimated },
    theirs: 'takes a simulated place for a fix',
  },
  { sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,N*51', is: { ...munich, ...valid, ...none } },
  {
    sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,*1F',
    is: { ...munich, ...valid, ...autonomous },
    theirs: tells,
  },
  { sentence: '$GPRMC,123519.00,V,4807.038,N,01131.000,E,,,230394,,,S*5B', is: { ...munich, ...invalid } },
  {
    sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,S,V*36',
    is: { ...munich, ...valid, ...estimated },
  },
  { sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,N,A*3C', is: { ...munich, ...valid, ...none } },
  {
    sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,,V*65',
    is: { ...munich, ...valid, ...autonomous },
    theirs: tells,
  },
  {
    sentence: '$GPRMC,123519.00,A,4807.038,N,01131.000,E,,,230394,,,S,S*33',
    is: { ...munich, ...valid, ...estimated },
    theirs: 'takes a simulated place for a fix',
  },
  { sentence: '$GPRMC,172142.00,A,4805.30256324,N,11629.09084774,W,0.D', is: 'refused' },
  {
    sentence: '$GPGLL,4916.45,N,12311.12,W,225444,A,*1D',
    is: { ...gll, ...autonomous, ...time(22, 54, 44), ...vancouver },
  },
  { sentence: '$GPGSA,A,3,02,,,07,,09,24,26,,,,,1.6,1.6,1.0*3D', is: { ...gsa, dimensions: '3d', hdop: 1.6 } },
  { sentence: '$GPZDA,010203.05,06,07,2008,-08,30', is: 'refused', theirs: unchecked },
  { sentence: '$GPGSV,3,3,09,24,03,046,*47\\', is: 'refused' },
];

const southern = { ...gll, ...autonomous, ...time(22, 32, 32) };

export const pynmeagps: readonly Vector[] = [
  {
    sentence: '$GNGLL,5327.04319,S,00214.41396,E,223232.00,A,A*68',
    is: { ...southern, ...place(-53.4507198333, 2.2402326667) },
  },
  {
    sentence: '$GNGLL,5327.0431923,S,00214.4139641,E,223232.00,A,A*6C',
    is: { ...southern, ...place(-53.4507198717, 2.240232735) },
  },
  { sentence: '$GNXXX,5327.04319,S,00214.41396,E,223232.00,A,A*77', is: 'other' },
  { sentence: '$PKLSH,3851.3330,N,09447.9417,W,012212,V,100,1202,*24', is: 'other' },
  {
    sentence:
      '$PUBX,00,103607.00,5327.03942,N,00214.42462,W,104.461,G3,29,31,0.085,39.63,-0.007,,5.88,7.62,8.09,6,0,0*69',
    is: 'other',
  },
  { sentence: '$GNGLL,5327.04319,S,00214.41396,E,223232.00,A,A*22', is: 'refused' },
];
