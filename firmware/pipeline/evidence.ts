/**
 * The evidence of a track: the very frame that its best look was read from. While a better look may come, the frame
 * stays in its slot (a retained lease); it is made into pictures once, when the track ends, or sooner when slots run
 * short, so that waiting tracks never starve the camera.
 */
import type { Picture } from '../domain/detection.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import type { Reading } from '../domain/reading.ts';
import type { Engine, Image } from '../ports/engine.ts';
import type { FramePool } from '../ports/frame-pool.ts';
import type { PictureCodec } from '../ports/picture-codec.ts';

export interface EvidencePictures {
  readonly plateImage: Picture;
  readonly contextImage: Picture;
}

export interface EvidenceTools {
  readonly pool: FramePool;
  readonly engine: Engine;
  readonly codec: PictureCodec;
  readonly contextWidthMax: number;
  readonly jpegQuality: number;
}

/** The plate's picture: rectified, with some of what surrounds it, large enough for a person to judge. */
const plateImage = { width: 288, height: 144, marginX: 0.15, marginY: 0.3, deviationFloor: 1 } as const;

export class Evidence {
  readonly frame: PlacedFrame;
  readonly reading: Reading;
  readonly #tools: EvidenceTools;
  #held = true;
  #pictures: Promise<EvidencePictures> | undefined;

  /** Retains the frame's lease. */
  constructor(frame: PlacedFrame, reading: Reading, tools: EvidenceTools) {
    this.frame = frame;
    this.reading = reading;
    this.#tools = tools;
    tools.pool.retain(frame.lease);
  }

  /** Whether a slot of the pool is still held. */
  get held(): boolean {
    return this.#held;
  }

  /** The pictures; made at the first call, after which the slot is free again. */
  pictures(): Promise<EvidencePictures> {
    this.#pictures ??= this.#encode().finally(() => this.release());
    return this.#pictures;
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    this.#tools.pool.release(this.frame.lease);
  }

  async #encode(): Promise<EvidencePictures> {
    const { engine, codec, pool, contextWidthMax, jpegQuality } = this.#tools;
    const image: Image = { ...this.frame.geometry, data: pool.bytesOf(this.frame.lease) };
    const { width, height } = plateImage;
    const crop = new Uint8Array(width * height);
    engine.rectifyToGrey(image, Float32Array.from(this.reading.candidate.quad.flat()), plateImage, crop);
    const [plate, context] = await Promise.all([
      codec.encode(
        { format: 'grey', width, height, strideBytes: width, data: crop },
        { widthMax: width, quality: jpegQuality },
      ),
      codec.encode(image, { widthMax: contextWidthMax, quality: jpegQuality }),
    ]);
    return { plateImage: plate, contextImage: context };
  }
}
