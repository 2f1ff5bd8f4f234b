/** Of Signal K's nmea0183 (github.com/SignalK/nmea0183-signalk, Apache-2.0). */
import {
  accuracy,
  angle,
  autonomous,
  date,
  differential,
  gga,
  gll,
  gns,
  knots,
  none,
  place,
  rmc,
  time,
  type Vector,
  valid,
  vtg,
  zda,
} from './words.ts';

const sunnyvale = { ...time(17, 28, 14), ...place(37.39109795066667, -122.03782631066667) };
const saoLuis = {
  ...{ ...gns, ...autonomous, ...accuracy(12, 0.8, 8.5) },
  ...{ ...time(11, 16, 48), ...place(-2.583965, -44.369083333333336) },
};
const finland = { ...gll, ...place(angle(59, 58.613), angle(23, 25.928)) };
const amsterdam = { ...rmc, ...valid, ...time(8, 54, 12), ...date(2014, 4, 3) };

export const signalk: readonly Vector[] = [
  {
    sentence: '$GPGGA,172814.0,3723.46587704,N,12202.26957864,W,2,6,1.2,18.893,M,-25.669,M,2.0,0031*4F',
    is: { ...gga, ...differential, ...sunnyvale, ...accuracy(6, 1.2, 18.893) },
  },
  {
    sentence: '$IIGGA,172814,3723.46587704,N,12202.26957864,W,2,6,1.2,18.893,M,-25.669,M,2.0,0031*46',
    is: { ...gga, ...differential, ...sunnyvale, ...accuracy(6, 1.2, 18.893) },
  },
  {
    sentence: '$GPGGA,172814.0,3723.46587704,N,12202.26957864,W,2,6,1.2,,,,,,*49',
    is: { ...gga, ...differential, ...sunnyvale, satellites: 6, hdop: 1.2 },
  },
  { sentence: '$GPGGA,,,,,,,,,,,,,,*56', is: { ...gga, ...none } },
  { sentence: '$GPGLL,5958.613,N,02325.928,E,121022,A,D*40', is: { ...finland, ...differential, ...time(12, 10, 22) } },
  {
    sentence: '$GPGLL,5958.613,N,02325.928,E,121022.5,A,D*5B',
    is: { ...finland, ...differential, ...time(12, 10, 22.5) },
  },
  {
    sentence: '$GPGLL,5958.613,N,02325.928,E,121022,V,D*57',
    is: { ...finland, ...none, ...time(12, 10, 22) },
    theirs: 'gives nothing: we give what it says, and that it is no fix',
  },
  { sentence: '$GPGLL,,,,,,,*7C', is: { ...gll, ...none } },
  { sentence: '$GPGNS,111648.00,0235.0379,S,04422.1450,W,ANN,12,0.8,8.5,-22.3,,,S*5D', is: saoLuis },
  { sentence: '$GPGNS,111648,0235.0379,S,04422.1450,W,ANN,12,0.8,8.5,-22.3,,,S*73', is: saoLuis },
  { sentence: '$GPGNS,111648.00,0235.0379,S,04422.1450,W,AN,12,0.8,8.5,,,,S*23', is: saoLuis },
  {
    sentence: '$GPGNS,111648.00,0235.0379,S,04422.1450,W,,,,,,,,S*2A',
    is: { ...gns, ...none, ...time(11, 16, 48), ...place(-2.583965, -44.369083333333336) },
  },
  { sentence: '$GPGNS,,,,,,,,,,,,,S*32', is: { ...gns, ...none } },
  {
    sentence: '$GPRMC,085412.000,A,5222.3198,N,00454.5784,E,0.58,251.34,030414,,,A*65',
    is: {
      ...{ ...amsterdam, ...autonomous, ...place(angle(52, 22.3198), angle(4, 54.5784)) },
      ...{ ...knots(0.58), courseDeg: 251.34 },
    },
  },
  {
    sentence: '$GPRMC,085412.000,A,5222.3198,N,00454.5784,E,,,030414,12,E*42',
    is: { ...amsterdam, ...autonomous, ...place(angle(52, 22.3198), angle(4, 54.5784)) },
  },
  {
    sentence: '$GPRMC,085412.000,A,5222.3198,N,00454.5784,Q,0.58,251.34,030414,,,A*71',
    is: { ...amsterdam, ...autonomous, ...knots(0.58), courseDeg: 251.34 },
  },
  {
    sentence: '$GPRMC,210735.00,A,1547\x0E70800,S,14506.50460,W,0.187,10.33,110925\f12.49,E,A*3E',
    is: 'refused',
    theirs: 'leaves out the place alone: to us a byte that no receiver writes is noise, whatever the checksum',
  },
  { sentence: '$GPVTG,0.0,T,359.3,M,0.0,N,0.0,K,A*2F', is: { ...vtg, ...knots(0), courseDeg: 0 } },
  { sentence: '$GPVTG,,T,,M,0.102,N,0.190,K,A*28', is: { ...vtg, ...knots(0.102) } },
  { sentence: '$GPVTG,0.0,T,359.3,M,15.0,N,,K,A*35', is: { ...vtg, ...knots(15), courseDeg: 0 } },
  { sentence: '$GPVTG,,,,,,,,,*7E', is: vtg },
  { sentence: '$IIZDA,085400,22,07,2021,,*50', is: { ...zda, ...time(8, 54, 0), ...date(2021, 7, 22) } },
  { sentence: '$GPZDA,,,,,,*48', is: zda },
  { sentence: '$GPZDA,,11,03,2004,,*4D', is: { ...zda, ...date(2004, 3, 11) } },
  { sentence: '$GPZDA,160012,11,03,,,*4F', is: { ...zda, ...time(16, 0, 12) } },
];
