// Charts and the map. Each has its numbers as a table or list beside it, so that nothing is told by colour alone.
import {html} from 'htm/preact';
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {init, use} from 'echarts/core';
import {BarChart, GraphChart, LineChart} from 'echarts/charts';
import {DataZoomInsideComponent, GridComponent, TooltipComponent} from 'echarts/components';
import {CanvasRenderer} from 'echarts/renderers';
import {geoNaturalEarth1, geoPath} from 'd3-geo';
import {feature} from 'topojson-client';
import {address, count, go, QUADS, useAnswer} from './base.js';
import {Answered} from './parts.js';

use([BarChart, GraphChart, LineChart, GridComponent, TooltipComponent, DataZoomInsideComponent, CanvasRenderer]);

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

function useDark() {
  const [is, set] = useState(dark.matches);
  useEffect(() => {
    const changed = () => set(dark.matches);
    dark.addEventListener('change', changed);
    return () => dark.removeEventListener('change', changed);
  }, []);
  return is;
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A chart of ECharts. The tooltip is drawn, not built of HTML: the page's policy forbids styles in markup. */
function Chart({option, label, tall, onClick}) {
  const element = useRef();
  const chart = useRef();
  const isDark = useDark();
  useEffect(() => {
    chart.current = init(element.current);
    const resized = new ResizeObserver(() => chart.current.resize());
    resized.observe(element.current);
    return () => { resized.disconnect(); chart.current.dispose(); };
  }, []);
  useEffect(() => {
    chart.current.setOption({
      animation: !still.matches,
      textStyle: {fontFamily: 'inherit', color: colour('ink')},
      tooltip: {renderMode: 'richText', confine: true, backgroundColor: colour('card'), borderColor: colour('line'), textStyle: {color: colour('ink'), fontSize: 13}, ...option(colour).tooltip},
      ...Object.fromEntries(Object.entries(option(colour)).filter(([name]) => name !== 'tooltip')),
    }, true);
    chart.current.off('click');
    if (onClick) chart.current.on('click', onClick);
  }, [option, isDark, onClick]);
  return html`<div ref=${element} class="chart ${tall ? 'tall' : ''}" role="img" aria-label=${label}></div>`;
}

const NAMES = ['verbal_cooperation', 'material_cooperation', 'verbal_conflict', 'material_conflict'];

const MOST_BARS = 800;

/** The periods with those that have no events in between, so that time is drawn to scale; only the given ones if that were too many. */
function filled(items, step) {
  if (items.length < 2) return items;
  const known = new Map(items.map(item => [item.period, item]));
  const all = [];
  const last = items[items.length - 1].period;
  const at = new Date(`${items[0].period}T00:00Z`);
  for (let period = items[0].period; period <= last; period = at.toISOString().slice(0, 10)) {
    if (all.length === MOST_BARS) return items;
    all.push(known.get(period) || {period, goldstein: null, ...Object.fromEntries(NAMES.map(name => [name, 0]))});
    if (step === 'day' || step === 'week') at.setUTCDate(at.getUTCDate() + (step === 'day' ? 1 : 7));
    else at.setUTCMonth(at.getUTCMonth() + {month: 1, quarter: 3, year: 12}[step]);
  }
  return all;
}

/** Events by period: cooperation above the line, conflict below, each in two shades. */
export function Series({items: given, step}) {
  const items = useMemo(() => filled(given, step), [given, step]);
  const option = useMemo(() => colour => ({
    grid: {left: 8, right: 8, top: 12, bottom: 4, containLabel: true},
    tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, formatter: rows => [rows[0].name, ...rows.map(row => `${row.seriesName}: ${count(Math.abs(row.value))}`)].join('\n')},
    xAxis: {type: 'category', data: items.map(item => item.period), axisLine: {lineStyle: {color: colour('line')}}, axisTick: {show: false},
      axisLabel: {color: colour('faint'), hideOverlap: true, formatter: period => label(period, step)}},
    yAxis: {type: 'value', minInterval: 1, splitLine: {lineStyle: {color: colour('line'), opacity: .6}}, axisLabel: {color: colour('faint'), formatter: value => count(Math.abs(value))}},
    dataZoom: [{type: 'inside', zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false}],
    series: NAMES.map((name, i) => ({name: QUADS[i + 1], type: 'bar', stack: 'all', barMaxWidth: 22, itemStyle: {color: colour(`q${i + 1}`)},
      data: items.map(item => i < 2 ? item[name] : -item[name])})),
  }), [items, step]);
  if (!items.length) return html`<p class="faint">No events with a day.</p>`;
  return html`<${Chart} option=${option} label="Events by ${step}: cooperation above the line, conflict below; the table beneath has the numbers"/>
    <ul class="legend">${Object.entries(QUADS).map(([quad, name]) => html`<li class="q${quad}">${name}</li>`)}</ul>
    <details class="small"><summary class="faint">Numbers</summary><div class="scroll"><table class="data">
      <thead><tr><th>From</th>${Object.values(QUADS).map(name => html`<th class="num">${name}</th>`)}<th class="num">mean Goldstein</th></tr></thead>
      <tbody>${given.slice(-200).map(item => html`<tr><td>${item.period}</td>${NAMES.map(name => html`<td class="num">${count(item[name])}</td>`)}<td class="num">${item.goldstein}</td></tr>`)}</tbody>
    </table></div></details>`;
}

const label = (period, step) => step === 'year' ? period.slice(0, 4) : step === 'month' || step === 'quarter' ? period.slice(0, 7) : period;

/** Two directions of a pair over time: the mean Goldstein score of each period. */
export function Directions({series, step}) {
  const option = useMemo(() => colour => {
    const periods = [...new Set(series.flatMap(({items}) => items.map(item => item.period)))].sort();
    return {
      grid: {left: 8, right: 14, top: 12, bottom: 4, containLabel: true},
      tooltip: {trigger: 'axis'},
      xAxis: {type: 'category', data: periods, axisLine: {onZero: false, lineStyle: {color: colour('line')}}, axisTick: {show: false}, axisLabel: {color: colour('faint'), hideOverlap: true, formatter: period => label(period, step)}},
      yAxis: {type: 'value', min: -10, max: 10, interval: 5, splitLine: {lineStyle: {color: colour('line'), opacity: .6}}, axisLabel: {color: colour('faint')}},
      series: series.map(({name, items}, i) => ({name, type: 'line', symbolSize: 6, connectNulls: true, lineStyle: {width: 2, type: i ? 'dashed' : 'solid'},
        itemStyle: {color: colour(i ? 'recipient' : 'actor')}, data: periods.map(period => items.find(item => item.period === period)?.goldstein ?? null)})),
    };
  }, [series, step]);
  if (series.every(({items}) => !items.length)) return html`<p class="faint">No events with a day.</p>`;
  return html`<${Chart} option=${option} label="Mean Goldstein score by ${step} in each direction"/>`;
}

/** Who is related with whom: a click on a party opens it. */
export function Network({relations, centre}) {
  const option = useMemo(() => colour => {
    const weights = new Map();
    relations.forEach(({actor, recipient, events}) => [actor, recipient].forEach(name => weights.set(name, (weights.get(name) || 0) + events)));
    return {
      tooltip: {formatter: ({dataType, data}) => dataType === 'edge' ? `${data.source} → ${data.target}\n${count(data.value)} events` : `${data.name}\n${count(data.value)} events`},
      series: [{type: 'graph', layout: 'force', roam: 'move', draggable: true, force: {repulsion: 160, edgeLength: [50, 120], gravity: .12, layoutAnimation: false},
        edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7, label: {show: true, position: 'right', color: colour('ink'), fontSize: 11, width: 130, overflow: 'truncate'}, labelLayout: {hideOverlap: true},
        data: [...weights].map(([name, value]) => ({name, value, symbolSize: 7 + 3.5 * Math.sqrt(value), itemStyle: {color: colour(name === centre ? 'focus' : 'accent')}})),
        links: relations.map(({actor, recipient, events, goldstein}) => ({source: actor, target: recipient, value: events,
          lineStyle: {color: colour(goldstein >= 0 ? 'q1' : 'q4'), width: 1 + Math.sqrt(events), curveness: .15, opacity: .75}}))}],
    };
  }, [relations, centre]);
  const open = useMemo(() => ({dataType, data}) => { if (dataType === 'node') go(address('/actors', {name: data.name})); }, []);
  if (!relations.length) return html`<p class="faint">No relations.</p>`;
  return html`<${Chart} tall option=${option} onClick=${open} label="Network of who does what to whom; the table beside has the same"/>`;
}

/** Where events are: larger for more, coloured by the balance of cooperation and conflict. */
export function WorldMap({places, parameters = {}}) {
  const world = useAnswer('/world.json');
  return html`<${Answered} answer=${world}>${value => html`<${Drawn} world=${value} places=${places} parameters=${parameters}/>`}<//>`;
}

const WIDTH = 960;
const HEIGHT = 470;

function Drawn({world, places, parameters}) {
  const {land, projection} = useMemo(() => {
    const all = feature(world, world.objects.countries);
    all.features = all.features.filter(country => country.id !== '010');
    const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], all);
    return {projection, land: geoPath(projection)(all)};
  }, [world]);
  const most = Math.max(1, ...places.map(place => place.events));
  const kind = ({cooperation, conflict}) => {
    const share = conflict / (cooperation + conflict || 1);
    return share > .65 ? 'conflict' : share < .35 ? 'cooperation' : 'mixed';
  };
  return html`<svg class="map" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="Map of places where events are">
    <path class="land" d=${land}/>
    ${places.map(place => {
      const [x, y] = projection([place.longitude, place.latitude]);
      const told = `${place.place}, ${place.country}: ${count(place.events)} events, ${place.cooperation} cooperative, ${place.conflict} conflictual`;
      const near = `near:${place.latitude}/${place.longitude}/2`;
      return html`<a key=${place.geonames} href=${address('/events', {...parameters, filter: [parameters.filter, near].filter(Boolean).join(' ')})} aria-label=${told}>
        <circle class=${kind(place)} cx=${x} cy=${y} r=${3.5 + 18 * Math.sqrt(place.events / most)}><title>${told}</title></circle></a>`;
    })}</svg>
    <ul class="legend"><li class="q1">mostly cooperation</li><li class="q3">both</li><li class="q4">mostly conflict</li></ul>`;
}
