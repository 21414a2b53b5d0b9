// Charts over the grid, drawn as plain SVG from the series that the sandbox has read.
import type { ChartView } from "../../operations/chartView";
import { HEADER_HEIGHT, HEADER_WIDTH, type Layout } from "./layout";

const COLORS = ["#0f766e", "#d97706", "#4f6bd8", "#be4b6b", "#6b8e23", "#7c5cbf", "#2f8fb3", "#8a6d3b"];
const MARGIN = { top: 60, right: 18, bottom: 54, left: 46 };

const colorOf = (chart: ChartView, index: number): string =>
  chart.series[index]?.color ?? COLORS[index % COLORS.length] ?? "#0f766e";

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const shownNumber = (value: number): string => value.toLocaleString("ru", { maximumFractionDigits: 2 });

/** A round number that is not below the largest value. */
function niceTop(values: (number | null)[]): number {
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  if (largest === 0) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(largest));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * magnitude >= largest) ?? 10) * magnitude;
}

function Legend({ chart, names }: { chart: ChartView; names: string[] }) {
  let x = MARGIN.left;
  return (
    <g font-size="11" fill="#4b5563">
      {names.map((name, index) => {
        const at = x;
        x += 26 + short(name, 24).length * 6.4;
        return (
          <g key={index} transform={`translate(${at},${chart.height - 14})`}>
            <rect width="10" height="10" y="-9" rx="2" fill={colorOf(chart, index)} />
            <text x="15">{short(name, 24)}</text>
          </g>
        );
      })}
    </g>
  );
}

function Columns({ chart }: { chart: ChartView }) {
  const width = chart.width - MARGIN.left - MARGIN.right;
  const height = chart.height - MARGIN.top - MARGIN.bottom;
  const top = niceTop(chart.series.flatMap((series) => series.values));
  const slot = width / Math.max(1, chart.categories.length);
  const bar = (slot * 0.7) / Math.max(1, chart.series.length);
  const y = (value: number): number => height - (value / top) * height;
  const isLine = chart.type === "LINE" || chart.type === "AREA";
  return (
    <g transform={`translate(${MARGIN.left},${MARGIN.top})`} font-size="11" fill="#4b5563">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share} transform={`translate(0,${y(share * top)})`}>
          <line x2={width} stroke="#e5e7eb" />
          <text x="-6" y="4" text-anchor="end">
            {shownNumber(share * top)}
          </text>
        </g>
      ))}
      {chart.categories.map((category, index) => (
        <text key={index} x={slot * (index + 0.5)} y={height + 16} text-anchor="middle">
          {short(category, Math.max(4, Math.floor(slot / 6.4)))}
          <title>{category}</title>
        </text>
      ))}
      {chart.series.map((series, at) =>
        isLine ? (
          <polyline
            key={at}
            fill="none"
            stroke={colorOf(chart, at)}
            stroke-width="2"
            points={series.values.map((value, index) => `${slot * (index + 0.5)},${y(value ?? 0)}`).join(" ")}
          />
        ) : (
          series.values.map((value, index) => (
            <rect
              key={`${at}-${index}`}
              x={slot * index + slot * 0.15 + bar * at}
              y={y(value ?? 0)}
              width={Math.max(1, bar - 2)}
              height={Math.max(0, height - y(value ?? 0))}
              rx="2"
              fill={colorOf(chart, at)}
            >
              <title>{`${chart.categories[index] ?? ""}: ${shownNumber(value ?? 0)}`}</title>
            </rect>
          ))
        ),
      )}
    </g>
  );
}

function Bars({ chart }: { chart: ChartView }) {
  const left = Math.min(200, chart.width * 0.36);
  const width = chart.width - left - MARGIN.right - 34;
  const height = chart.height - MARGIN.top - 30;
  const top = niceTop(chart.series.flatMap((series) => series.values));
  const slot = height / Math.max(1, chart.categories.length);
  const bar = (slot * 0.7) / Math.max(1, chart.series.length);
  return (
    <g transform={`translate(${left},${MARGIN.top})`} font-size="11" fill="#4b5563">
      <line y2={height} stroke="#cbd5d1" />
      {chart.categories.map((category, index) => (
        <text key={index} x="-8" y={slot * (index + 0.5) + 4} text-anchor="end">
          {short(category, Math.floor(left / 6.6))}
          <title>{category}</title>
        </text>
      ))}
      {chart.series.map((series, at) =>
        series.values.map((value, index) => {
          const y = slot * index + slot * 0.15 + bar * at;
          const length = ((value ?? 0) / top) * width;
          return (
            <g key={`${at}-${index}`}>
              <rect y={y} width={Math.max(0, length)} height={Math.max(1, bar - 2)} rx="2" fill={colorOf(chart, at)} />
              <text x={length + 5} y={y + bar / 2 + 3}>
                {value === null ? "" : shownNumber(value)}
              </text>
            </g>
          );
        }),
      )}
    </g>
  );
}

function Pie({ chart }: { chart: ChartView }) {
  const values = (chart.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  const radius = Math.min(chart.width * 0.28, (chart.height - MARGIN.top - 20) / 2);
  const middle = { x: chart.width * 0.32, y: MARGIN.top + radius + 4 };
  let angle = -Math.PI / 2;
  const point = (at: number): string => `${middle.x + radius * Math.cos(at)},${middle.y + radius * Math.sin(at)}`;
  return (
    <g font-size="12" fill="#374151">
      {total === 0 && <circle cx={middle.x} cy={middle.y} r={radius} fill="#e5e7eb" />}
      {values.map((value, index) => {
        const start = angle;
        angle += (value / Math.max(total, 1e-9)) * 2 * Math.PI;
        const color = COLORS[index % COLORS.length];
        if (value === total && total > 0)
          return <circle key={index} cx={middle.x} cy={middle.y} r={radius} fill={color} />;
        const large = angle - start > Math.PI ? 1 : 0;
        return (
          <path
            key={index}
            d={`M${middle.x},${middle.y} L${point(start)} A${radius},${radius} 0 ${large} 1 ${point(angle)} Z`}
            fill={color}
            stroke="#fff"
          />
        );
      })}
      {chart.categories.map((category, index) => (
        <g key={index} transform={`translate(${chart.width * 0.64},${MARGIN.top + 14 + index * 20})`}>
          <rect width="11" height="11" y="-10" rx="2" fill={COLORS[index % COLORS.length]} />
          <text x="17">{`${short(category, 22)} — ${shownNumber(values[index] ?? 0)}`}</text>
        </g>
      ))}
    </g>
  );
}

const DRAWN: Record<string, (props: { chart: ChartView }) => preact.JSX.Element> = { BAR: Bars, PIE: Pie };

/** The title in two lines at most. */
function titleLines(chart: ChartView): string[] {
  const room = Math.floor((chart.width - 30) / 7.4);
  const words = chart.title.split(" ");
  let first = "";
  while (words.length > 0 && first.length + (words[0]?.length ?? 0) < room) first += `${words.shift() ?? ""} `;
  return words.length === 0 ? [first] : [first, short(words.join(" "), room)];
}

/** One chart at its place over the grid. */
export function Chart({ chart, layout, frozenHeight }: { chart: ChartView; layout: Layout; frozenHeight: number }) {
  const Body = DRAWN[chart.type] ?? Columns;
  const isEmpty = chart.series.every((series) => series.values.every((value) => value === null));
  const names = chart.series.map((series) => series.name).filter((name) => name !== "");
  return (
    <figure
      class="chart"
      aria-label={chart.title}
      data-testid="chart"
      style={{
        left: `${HEADER_WIDTH + (layout.lefts[chart.column - 1] ?? 0) + chart.offsetX}px`,
        top: `${HEADER_HEIGHT + frozenHeight + (layout.tops[chart.row - 1] ?? 0) + chart.offsetY}px`,
        width: `${chart.width}px`,
        height: `${chart.height}px`,
      }}
    >
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={chart.title}>
        <text y="24" font-size="14" fill="#1f2937">
          {titleLines(chart).map((line, index) => (
            <tspan key={index} x="18" dy={index * 18}>
              {line}
            </tspan>
          ))}
        </text>
        {isEmpty ? (
          <text x={chart.width / 2} y={chart.height / 2} text-anchor="middle" font-size="13" fill="#6b7280">
            Данных пока нет
          </text>
        ) : (
          <Body chart={chart} />
        )}
        {!isEmpty && names.length > 1 && chart.type !== "PIE" && <Legend chart={chart} names={names} />}
      </svg>
    </figure>
  );
}
