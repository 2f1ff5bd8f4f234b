/**
 * A tfjs graph as the planner reads it: nodes with plain attributes, in an order in which each comes after its inputs, and additions
 * and clamps joined to the operation before them where nothing else looks at what lies between.
 */
import { z } from 'zod';

const attribute = z.object({
  s: z.string().optional(),
  i: z.union([z.string(), z.number()]).optional(),
  b: z.boolean().optional(),
  list: z
    .object({ s: z.array(z.string()).optional(), i: z.array(z.union([z.string(), z.number()])).optional() })
    .optional(),
});

/** The part of GraphDef as JSON that is read here; strings are base64 (source: operation_mapper of tfjs-converter). */
export const topologySchema = z.object({
  node: z.array(
    z.object({
      name: z.string(),
      op: z.string(),
      input: z.array(z.string()).optional(),
      attr: z.record(z.string(), attribute).optional(),
    }),
  ),
});

type Attributes = Readonly<Record<string, z.infer<typeof attribute>>>;

export interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly inputs: readonly string[];
  readonly attributes: Attributes;
  /** Activations by tfjs's names that follow, in order, and what is added between the operation and them. */
  readonly activation: string;
  readonly plus: string | undefined;
}

/** The nodes that these outputs need. Undefined where a node is missing or reads another output than the first of its input. */
export function graphOf(topology: unknown, outputs: readonly string[]): GraphNode[] | undefined {
  const parsed = topologySchema.safeParse(topology);
  if (!parsed.success) return undefined;
  const byName = new Map(parsed.data.node.map((node) => [node.name, node]));
  const order: GraphNode[] = [];
  const seen = new Set<string>();
  const visit = (name: string): boolean => {
    if (seen.has(name)) return true;
    seen.add(name);
    const node = byName.get(name);
    const inputs = node?.input ?? [];
    if (node === undefined || !inputs.every(visit)) return false;
    const { op, attr: attributes = {} } = node;
    order.push({ name, op, inputs, attributes, activation: 'linear', plus: undefined });
    return true;
  };
  return outputs.every(visit) ? joined(order, outputs) : undefined;
}

export function textOf({ attributes }: GraphNode, name: string): string | undefined {
  const text = attributes[name]?.s;
  return text === undefined ? undefined : decoded(text);
}

export function textsOf({ attributes }: GraphNode, name: string): string[] {
  return (attributes[name]?.list?.s ?? []).map(decoded);
}

export function numbersOf({ attributes }: GraphNode, name: string): number[] {
  return (attributes[name]?.list?.i ?? []).map(Number);
}

export function flagOf({ attributes }: GraphNode, name: string): boolean {
  return attributes[name]?.b ?? false;
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

const additions = new Set(['Add', 'AddV2']);
const clamps: Readonly<Record<string, string>> = { Relu: 'relu', Relu6: 'relu6' };

/** A plain convolution, an addition behind it and a clamp behind that become one node with the last one's name. */
function joined(order: readonly GraphNode[], outputs: readonly string[]): GraphNode[] {
  const readers = new Map<string, number>();
  for (const name of [...order.flatMap((node) => node.inputs), ...outputs])
    readers.set(name, (readers.get(name) ?? 0) + 1);
  const nodes = new Map<string, GraphNode>();
  /** A node that only the next one reads and that does no more than its sum. */
  const open = (name: string | undefined, ops: (op: string) => boolean): GraphNode | undefined => {
    const node = name === undefined ? undefined : nodes.get(name);
    return node && ops(node.op) && node.activation === 'linear' && readers.get(node.name) === 1 ? node : undefined;
  };
  const isConvolution = (op: string) => op === '_FusedConv2D';
  for (const node of order) {
    const clamp = clamps[node.op];
    const [first, second] = node.inputs;
    const clamped = clamp === undefined ? undefined : open(first, (op) => isConvolution(op) || additions.has(op));
    const swap = open(second, isConvolution) !== undefined && open(first, isConvolution) === undefined;
    const summed = additions.has(node.op) ? open(swap ? second : first, isConvolution) : undefined;
    if (clamp !== undefined && clamped !== undefined && !textsOf(clamped, 'fused_ops').some((op) => op !== 'BiasAdd')) {
      nodes.delete(clamped.name);
      nodes.set(node.name, { ...clamped, name: node.name, activation: clamp });
    } else if (summed && summed.plus === undefined && !textsOf(summed, 'fused_ops').some((op) => op !== 'BiasAdd')) {
      nodes.delete(summed.name);
      nodes.set(node.name, { ...summed, name: node.name, plus: swap ? first : second });
    } else {
      nodes.set(node.name, node);
    }
  }
  return [...nodes.values()];
}
