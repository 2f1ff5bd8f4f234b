/**
 * A fault: the world misbehaved. Every code stands once in this table with its meaning and remedy; `docs/faults.md` is
 * printed from it. A fault's detail never holds a plate or a secret.
 */

/** `passes`: may pass by itself, so a supervisor backs off and tries again. Otherwise a person must act. */
interface FaultEntry {
  readonly meaning: string;
  readonly remedy: string;
  readonly passes: boolean;
}

export const faultTable = {
  usage: {
    meaning: 'The command line was not understood.',
    remedy: 'Run `platekeeper help` for the commands and their options.',
    passes: false,
  },
  'config.unreadable': {
    meaning: 'A configuration file could not be read or is not TOML.',
    remedy: 'Mend the file at the place named; firmware/config/default.toml shows every key.',
    passes: false,
  },
  'config.unknown-key': {
    meaning: 'A configuration file holds a key that does not exist.',
    remedy: 'Remove it or use the nearest known key that the message names.',
    passes: false,
  },
  'config.invalid-value': {
    meaning: 'A configuration value has the wrong type or lies outside its range.',
    remedy: 'Use a value in the range that the message names.',
    passes: false,
  },
  'engine.unavailable': {
    meaning: 'The native addon could not be loaded.',
    remedy: 'Run `make setup` to build it; the message says what was tried.',
    passes: false,
  },
  'model.missing': {
    meaning: 'A model file is not there.',
    remedy: 'Restore models/ from the release or the repository (`git checkout models`), or train with `make models`.',
    passes: false,
  },
  'model.damaged': {
    meaning: 'A model file does not match the hash in its card, or can not be parsed.',
    remedy: 'Restore models/ from the release or the repository (`git checkout models`).',
    passes: false,
  },
  'model.unsupported': {
    meaning: 'A model uses an operation that the inference backend does not have.',
    remedy: 'Use the models that come with this version, or another backend (inference.backend).',
    passes: false,
  },
  'backend.unavailable': {
    meaning: 'The configured inference backend can not be used here.',
    remedy: 'Set inference.backend to "auto" or "wasm".',
    passes: false,
  },
  'vision.ended': {
    meaning: 'The vision thread ended unexpectedly.',
    remedy: 'The supervisor restarts the unit; if it recurs, send the log with the cause.',
    passes: true,
  },
  'picture.unreadable': {
    meaning: 'A file is not a picture that can be decoded.',
    remedy: 'Give a complete JPEG, PNG or WebP file.',
    passes: false,
  },
  'picture.missing': {
    meaning: 'A picture file could not be opened.',
    remedy: 'Check the path and its permissions.',
    passes: false,
  },
  'frame.too-large': {
    meaning: 'A frame or picture is larger than a slot of the frame pool.',
    remedy: 'Use a picture of at most the size named, or raise pool.slot_bytes.',
    passes: false,
  },
  'frame.wrong-size': {
    meaning: 'The camera delivered bytes that do not make whole frames of the declared size and format.',
    remedy: 'Make camera.width, camera.height and camera.format agree with what the camera program writes.',
    passes: false,
  },
  'camera.missing': {
    meaning: 'The camera, its program or its folder of pictures could not be opened.',
    remedy:
      'Check camera.device, camera.program or camera.folder, the cable and the permissions (cameras: group video).',
    passes: true,
  },
  'camera.ended': {
    meaning: 'The camera or its program ended.',
    remedy:
      "It is opened again after a pause; if it keeps ending, look at cable and power or at the program's own messages.",
    passes: true,
  },
  'camera.unsuitable': {
    meaning: 'The camera can not do what the configuration asks of it.',
    remedy: 'Set camera.width, height, formats and [camera.controls] to what the message says that the camera has.',
    passes: false,
  },
  'camera.stalled': {
    meaning: 'The camera has delivered no frame for longer than its limit.',
    remedy: 'It is started again after a pause; check cable, power and the camera program.',
    passes: true,
  },
  'camera.slow': {
    meaning: 'Fewer frames come than three of four of those that the camera should deliver.',
    remedy: 'Set camera.rate_hz to what the camera does; check exposure time, cable and the load of its bus.',
    passes: true,
  },
  'camera.late': {
    meaning: 'Frames come long after they were exposed.',
    remedy: 'Look for a program or a network that keeps frames back; detections are told late meanwhile.',
    passes: true,
  },
  'camera.stuck': {
    meaning: 'The camera delivers the same picture again and again.',
    remedy: 'Turn the camera off and on; if it recurs, look at its own program or at the one that delivers its frames.',
    passes: true,
  },
  'gps.missing': {
    meaning: 'The GPS serial port could not be opened.',
    remedy: 'Check gps.port, the cable and that the user may open the port (group dialout).',
    passes: true,
  },
  'gps.silent': {
    meaning: 'The GPS has sent nothing for longer than its limit.',
    remedy: 'Check cable, power and antenna; records say that they have no fix meanwhile.',
    passes: true,
  },
  'gps.garbled': {
    meaning: 'What the GPS sends has no meaning.',
    remedy: 'Check gps.baud_rate (0 finds it), the cable, and that the receiver speaks NMEA 0183.',
    passes: true,
  },
  'gps.stuck': {
    meaning: 'The GPS says the same moment again and again.',
    remedy: 'Turn the receiver off and on; its last fix grows stale meanwhile.',
    passes: true,
  },
  'gps.slow': {
    meaning: 'The GPS says where it is less often than it must.',
    remedy: 'Set the receiver to one fix a second, or gps.slow_ms to what it does.',
    passes: true,
  },
  'gps.jumped': {
    meaning: 'The GPS says a place that could not be reached in the time; the one before is kept until it is sure.',
    remedy: 'If it recurs, check antenna and surroundings for reflections and jammers.',
    passes: true,
  },
  'gps.rollover': {
    meaning: 'The GPS says a date before this program was made; it is taken as 1024 weeks later.',
    remedy: "Update the receiver's own program, or replace it.",
    passes: false,
  },
  'clock.disagrees': {
    meaning: "The system's clock and the receiver's time differ by more than either may be wrong.",
    remedy: 'Let chrony keep the clock by the network or the receiver; records carry the surer of both meanwhile.',
    passes: true,
  },
  'unit.moved': {
    meaning: 'The unit is farther from its surveyed place than its limit; records carry the received place.',
    remedy: 'See whether it was taken; where it was moved on purpose, set unit.surveyed anew.',
    passes: false,
  },
  'store.unwritable': {
    meaning: 'The store could not be opened or written.',
    remedy: 'Check store.folder, its permissions and the disk.',
    passes: true,
  },
  'store.full': {
    meaning: 'The disk of the store is full.',
    remedy: 'Free space on the disk that holds store.folder; what is stored already is safe.',
    passes: true,
  },
  'store.slow': {
    meaning: 'The disk of the store takes long to write; everything on the main thread waits for it.',
    remedy: 'Check the disk: a card that is worn out or nearly full does so.',
    passes: true,
  },
  'store.incompatible': {
    meaning: 'The store was written by another version of this program.',
    remedy: 'Run the version that wrote it, or move the folder away to start a new one.',
    passes: false,
  },
  'store.damaged': {
    meaning: "The store's file is damaged or is no database.",
    remedy: 'Check the disk, and move the folder away to start a new store; keep the old one for recovery.',
    passes: false,
  },
  'vault.damaged': {
    meaning: 'Something sealed at rest does not open: it was changed, cut short, or sealed by another unit.',
    remedy:
      'Restore the key file that belongs to this data folder, or import the list again; the piece is left as it is.',
    passes: false,
  },
  'store.busy': {
    meaning: 'The store is in use by another program.',
    remedy: 'Stop the unit first (`systemctl stop platekeeper`); `platekeeper evidence` works beside a running unit.',
    passes: true,
  },
  'store.crowded': {
    meaning: 'The store is near its limit; what the profile names first is given up, and counted.',
    remedy: 'Bring the unit to its broker, or give it a larger disk (store.limit_bytes).',
    passes: true,
  },
  'key.missing': {
    meaning: "The unit's key is not there, but what it opens is.",
    remedy: 'Restore the key folder that belongs to this store, or move the store away to start a new one.',
    passes: false,
  },
  'key.exposed': {
    meaning: "Others than its owner may read the unit's key.",
    remedy: "Make it the owner's alone (`chmod 400`), then change it (`platekeeper store rotate-key`).",
    passes: false,
  },
  'key.unavailable': {
    meaning: "The unit's key can not be had.",
    remedy:
      'Check vault.key, the TPM (tpm2-tools, group tss) and the key folder; a key opens on its own machine alone.',
    passes: false,
  },
  'search.refused': {
    meaning: 'The profile does not allow this search.',
    remedy: 'Give what the message names; the attempt is on record.',
    passes: false,
  },
  'store.refused': {
    meaning: 'What was asked of the store was not done.',
    remedy: 'Ask a person whose role the profile names (`platekeeper profile NAME`); the attempt is on record.',
    passes: false,
  },
  'hold.refused': {
    meaning: 'A hold was neither placed nor released.',
    remedy: 'Give what the message names; the attempt is on record.',
    passes: false,
  },
  'hold.empty': {
    meaning: 'A hold was to be placed on what is not kept, or not any more.',
    remedy: 'Name sequences that `platekeeper store search` finds.',
    passes: false,
  },
  'delivery.late': {
    meaning: 'What the unit holds has waited for half of the time in which it must be delivered.',
    remedy: 'Check the network and the broker, or bring the unit in.',
    passes: true,
  },
  'delivery.overdue': {
    meaning: 'What the unit holds has waited for nine tenths of the time in which it must be delivered.',
    remedy: 'Bring the unit in now: what is not delivered in time is purged unsent where retention says so.',
    passes: true,
  },
  'retention.unsure': {
    meaning: 'Nobody vouches for the time, and by the clock as it stands something should be purged.',
    remedy: 'Give the unit a GPS fix or a time server; the time that it ran is counted meanwhile.',
    passes: true,
  },
  'broker.unreachable': {
    meaning: 'The broker can not be reached.',
    remedy: 'Check broker.url and the network; detections are kept and sent when it is back.',
    passes: true,
  },
  'broker.refused': {
    meaning: "The broker refused the connection, or one side did not accept the other's certificate.",
    remedy: 'Check the certificate files under [broker], their dates, and that the broker knows this unit.',
    passes: true,
  },
  'broker.slow': {
    meaning: 'The broker takes long to acknowledge what it is sent.',
    remedy: 'Check the network and the load of the broker; detections are kept until they are acknowledged.',
    passes: true,
  },
  'broker.certificate': {
    meaning: 'A certificate or key file for the broker could not be read.',
    remedy: 'Check the files named under [broker], and that the user may read them; they are tried again.',
    passes: true,
  },
  'hotlist.unreadable': {
    meaning: 'A hot list could not be read.',
    remedy: 'Mend the file at the line named.',
    passes: false,
  },
  'hotlist.refused': {
    meaning: 'A hot list was refused as a whole, and the one before it stays.',
    remedy: 'Deliver the list as the message asks; docs/hot-lists.md has the rules.',
    passes: false,
  },
  'hotlist.not-permitted': {
    meaning: 'What was asked of the hot lists or the local entries was not done.',
    remedy: 'Ask a person whose role the profile names (`platekeeper profile NAME`).',
    passes: false,
  },
  'rules.changed': {
    meaning: 'Keyring or profile are not those under which the unit last started.',
    remedy: 'Start the unit under them first, which puts the change on record; or use its own configuration.',
    passes: false,
  },
  'person.unknown': {
    meaning: 'Who acts is nobody whom the unit knows.',
    remedy: 'Act with a key that the unit’s keyring (`commands.keys`) gives to a person.',
    passes: false,
  },
  'hotlist.busy': {
    meaning: 'Another program is changing the local entries.',
    remedy: 'Try again.',
    passes: true,
  },
  'hotlist.loading': {
    meaning: 'Hot lists are still being opened; the unit reads, and compares with those that are in use.',
    remedy: 'Wait: what is read meanwhile is compared as soon as they are in use.',
    passes: true,
  },
  'hotlist.stale': {
    meaning: 'A hot list is older than the profile lets it be, or dated in the future; its hits are flagged.',
    remedy: 'See why its source has brought no newer one (`platekeeper hotlist list`), or set the clock.',
    passes: true,
  },
  'hotlist.unreachable': {
    meaning: 'A hot list could not be fetched.',
    remedy: 'Check the address, the authority file and the network; it is asked for again on its schedule.',
    passes: true,
  },
  'evidence.refused': {
    meaning: 'The evidence is not given out.',
    remedy: 'Give case number, reason, name and a role that the profile lets take evidence; the refusal is recorded.',
    passes: false,
  },
  'audit.unproven': {
    meaning: 'What was to be verified does not hold.',
    remedy: 'Keep it as it is and find out who could write it; what stands before the flaw is proven.',
    passes: false,
  },
  'unit.stuck': {
    meaning: 'A part of the unit has work and does none.',
    remedy: 'The watchdog restarts the unit; if it recurs, send the log with the part that it names.',
    passes: true,
  },
  'unit.throttled': {
    meaning: 'The machine goes slower because it is too warm, or its supply too weak.',
    remedy: 'Shade it, clear its vents, check the supply.',
    passes: true,
  },
  'unit.warmth-unknown': {
    meaning: "The machine's temperature can not be read, or what is read can not be.",
    remedy: "Check the board file's thermal zone.",
    passes: true,
  },
  'unit.tampered': {
    meaning: "The unit's cover is open.",
    remedy: 'Send someone to look at the unit.',
    passes: true,
  },
  'power.low': {
    meaning: 'The supply voltage is too low; the unit stores what it has and halts.',
    remedy: "Check the vehicle's battery, the fuse and the supply's wiring.",
    passes: true,
  },
  'camera.blind': {
    meaning: 'The camera delivers, and nothing is to be seen: its lens is covered, or its picture is blank.',
    remedy: "Clean or uncover the lens; check the camera's cable.",
    passes: true,
  },
  'camera.garbled': {
    meaning: 'What the camera delivers is noise and no picture.',
    remedy: "Check the camera's cable, and that camera.format is what it delivers.",
    passes: true,
  },
  'camera.dark': {
    meaning: 'The camera sees next to nothing though there is light.',
    remedy: 'Check the exposure, the filter and the illuminator.',
    passes: true,
  },
  'camera.saturated': {
    meaning: 'A large part of the picture is white.',
    remedy: 'Shorten the exposure or the strobe, or turn the camera out of the sun.',
    passes: true,
  },
  'camera.blurred': {
    meaning: "The picture is less sharp than this camera's own best in the same light.",
    remedy: 'Clean the lens, check its focus; fog passes by itself.',
    passes: true,
  },
  'pwm.unavailable': {
    meaning: "The illuminator's brightness can not be set.",
    remedy: "Check the board file's PWM chip and channel, and that its overlay is loaded.",
    passes: true,
  },
  'watchdog.unavailable': {
    meaning: "The machine's watchdog can not be used.",
    remedy:
      'Check the device in the board file, and that systemd (RuntimeWatchdogSec) or another program does not hold it.',
    passes: false,
  },
  'gpio.missing': {
    meaning: 'A GPIO line or chip is not there.',
    remedy: "Check the board file's chip label and line name.",
    passes: true,
  },
  'gpio.busy': {
    meaning: 'A GPIO line is held by another program.',
    remedy: 'End the program that holds the line; `gpioinfo` names it.',
    passes: true,
  },
  'gpio.lost': {
    meaning: 'A GPIO chip vanished, or answers no more, while one of its lines was in use.',
    remedy: "Check the expander's or adapter's cable; the line is asked for again until it returns.",
    passes: true,
  },
  'gpio.stuck': {
    meaning: 'A GPIO line changes no more although it must.',
    remedy: "Check the wire of the line camera-exposure, and the expander's or adapter's cable.",
    passes: true,
  },
  'gpio.refused': {
    meaning: 'This account may not use the GPIO chip.',
    remedy: 'Add the account to the group that owns /dev/gpiochip* (hw/udev installs the rule).',
    passes: true,
  },
} as const satisfies Record<string, FaultEntry>;

export type FaultCode = keyof typeof faultTable;

export class Fault extends Error {
  readonly code: FaultCode;
  /** What was wrong and where, without the meaning and remedy that the table gives. */
  readonly detail: string;

  constructor(code: FaultCode, detail: string, cause?: unknown) {
    super(`${faultTable[code].meaning} ${detail}`, cause === undefined ? {} : { cause });
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }

  get remedy(): string {
    return faultTable[this.code].remedy;
  }

  /** Whether trying again later may work. */
  get passes(): boolean {
    return faultTable[this.code].passes;
  }
}

/** The fault itself, or the first one in its chain of causes. */
export function faultOf(error: unknown): Fault | undefined {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof Fault) return each;
  return undefined;
}
