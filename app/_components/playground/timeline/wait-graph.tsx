import type { Deadlock, Place, ProcessView, StuckProcess } from '@/runtime';
import { processHue } from '../views/process-hue';
import type { TimelineWords } from './run-words';

interface WaitGraphProps {
  readonly deadlock: Deadlock;
  readonly words: TimelineWords;
  onPlace(place: Place): void;
}

interface Node {
  readonly stuck: StuckProcess;
  readonly x: number;
  readonly y: number;
}

const WIDTH = 420;
const NODE_WIDTH = 112;
const NODE_HEIGHT = 30;
const ROW = 62;
/** More boxes than that cannot be told apart; the sentences name all. */
const MOST = 10;

/** Boxes are processes; an arrow leads from one to whom it waits for, with the name of what it waits for. */
export function WaitGraph({ deadlock, words, onPlace }: WaitGraphProps) {
  const nodes = placed(deadlock);
  const height = Math.max(...nodes.map(({ y }) => y)) + NODE_HEIGHT;
  const isCycle = (a: ProcessView, b: ProcessView) => deadlock.cycle.includes(a) && deadlock.cycle.includes(b);
  return (
    <svg className="tl-graph" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words.deadlock.graphLabel}>
      <defs>
        <marker id="tl-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
          <path d="M0 0.5 8 4 0 7.5z" fill="context-stroke" />
        </marker>
      </defs>
      {nodes.flatMap((from) =>
        from.stuck.blockers.map((blocker) => {
          const to = nodes.find(({ stuck }) => stuck.process === blocker);
          return (
            to && (
              <Edge
                key={`${from.stuck.process.pid} ${blocker.pid}`}
                {...{ from, to, words }}
                isCycle={isCycle(from.stuck.process, blocker)}
              />
            )
          );
        }),
      )}
      {nodes.map((node) => (
        <NodeBox key={node.stuck.process.pid} {...{ node, words, onPlace }} />
      ))}
    </svg>
  );
}

/** The cycle on a ring, the others in a row under it. */
function placed({ processes, cycle }: Deadlock): readonly Node[] {
  const ring = processes.filter(({ process }) => cycle.includes(process)).slice(0, MOST);
  ring.sort((a, b) => cycle.indexOf(a.process) - cycle.indexOf(b.process));
  const rest = processes.filter((each) => !ring.includes(each)).slice(0, MOST);
  const rows = ring.length > 2 ? 2 : ring.length > 0 ? 1 : 0;
  const nodes: Node[] = ring.map((stuck, i) => {
    const inTop = rows === 1 ? ring.length : Math.ceil(ring.length / 2);
    const isTop = i < inTop;
    const count = isTop ? inTop : ring.length - inTop;
    const place = isTop ? i : ring.length - 1 - i;
    return { stuck, x: (WIDTH * (place + 0.5)) / count, y: NODE_HEIGHT / 2 + 22 + (isTop ? 0 : ROW) };
  });
  for (const [i, stuck] of rest.entries()) {
    const inRow = Math.min(3, rest.length);
    const row = Math.floor(i / 3);
    nodes.push({ stuck, x: (WIDTH * ((i % 3) + 0.5)) / inRow, y: NODE_HEIGHT / 2 + 22 + (rows + row) * (ROW + 14) });
  }
  return nodes;
}

interface EdgeProps {
  readonly from: Node;
  readonly to: Node;
  readonly words: TimelineWords;
  readonly isCycle: boolean;
}

function Edge({ from, to, words, isCycle }: EdgeProps) {
  const { object, wait } = from.stuck;
  const label = wait.reason === 'join' ? 'join' : object === null ? '' : object.name || words.kinds[object.kind];
  const className = isCycle ? 'tl-edge is-cycle' : 'tl-edge';
  if (from === to) {
    const [x, y] = [from.x, from.y - NODE_HEIGHT / 2];
    return (
      <g className={className}>
        <path d={`M${x - 20} ${y} C${x - 28} ${y - 24} ${x + 28} ${y - 24} ${x + 20} ${y}`} markerEnd="url(#tl-arrow)" />
        <text x={x} y={y - 12}>
          {label}
        </text>
      </g>
    );
  }
  // Those of a pair bend away from each other.
  const [x1, y1] = edgeOf(from, to);
  const [x2, y2] = edgeOf(to, from);
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const bend = 20;
  const [cx, cy] = [(x1 + x2) / 2 + ((y2 - y1) / length) * -bend, (y1 + y2) / 2 + ((x2 - x1) / length) * -bend];
  return (
    <g className={className}>
      <path d={`M${x1} ${y1} Q${cx} ${cy} ${x2} ${y2}`} markerEnd="url(#tl-arrow)" />
      <text x={(x1 + x2 + 2 * cx) / 4} y={(y1 + y2 + 2 * cy) / 4}>
        {label}
      </text>
    </g>
  );
}

/** Where a line from the middle of one box to that of another leaves the first. */
function edgeOf({ x, y }: Node, to: Node): readonly [number, number] {
  const [dx, dy] = [to.x - x, to.y - y];
  const scale = Math.min(NODE_WIDTH / 2 / Math.max(1, Math.abs(dx)), NODE_HEIGHT / 2 / Math.max(1, Math.abs(dy)));
  return [x + dx * scale, y + dy * scale];
}

interface NodeBoxProps {
  readonly node: Node;
  readonly words: TimelineWords;
  onPlace(place: Place): void;
}

function NodeBox({ node: { stuck, x, y }, words, onPlace }: NodeBoxProps) {
  const { place } = stuck.wait;
  const box = { x: x - NODE_WIDTH / 2, y: y - NODE_HEIGHT / 2 };
  return (
    <g className="tl-node" onClick={place === null ? undefined : () => onPlace(place)}>
      <rect {...box} width={NODE_WIDTH} height={NODE_HEIGHT} rx="6" />
      <rect {...box} width="4" height={NODE_HEIGHT} rx="2" style={{ fill: processHue(stuck.process.order), stroke: 'none' }} />
      <text x={x} y={place === null ? y + 4 : y - 1}>
        {stuck.process.name.length > 15 ? `${stuck.process.name.slice(0, 14)}…` : stuck.process.name}
      </text>
      {place !== null && (
        <text className="is-line" x={x} y={y + 11}>
          {words.goToLine(place.line)}
        </text>
      )}
    </g>
  );
}
