/**
 * Types only. The files of this folder are joined into one script: what one declares, the others see.
 *
 * What ends in `Json` is what `Basis.json` writes: a field that is empty is left out. `prepareBasis` fills those in.
 *
 * @typedef {{url: string, checked: string}} Source
 * @typedef {[level?: string, url?: string, checked?: string, package?: string, spare?: number, lowered?: number]} CellJson
 * @typedef {{terms?: string[], words?: string, source?: Source}} FactJson
 * @typedef {{
 *   id: string, name: string, address: string, cells: CellJson[], facts?: Record<string, FactJson>,
 *   supported?: string, line?: string, alone?: boolean,
 * }} OptionJson
 * @typedef {{id: string, name: string, address?: string, fact?: string, values?: Record<string, number>}} MeasureJson
 * @typedef {{
 *   id: string, label: string, criterion?: string, loads?: Record<string, number>, requires?: string[],
 *   weight?: number, until?: string,
 * }} ChoiceJson
 * @typedef {{
 *   id: string, title: string, question: string, weight: number, choices?: ChoiceJson[], strengths?: string[],
 *   any_of?: boolean, edits?: string,
 * }} QuestionJson
 * @typedef {{
 *   levels: Record<string, number>, swings: Record<string, number>, strengths: Record<string, number>,
 *   samples: number, factors: number[], draws?: number, clear_gap: number, clear_share: number,
 *   ahead_share: number, close_share: number,
 * }} RulesJson
 * @typedef {{
 *   version: string, released: string, today: string, stale: string, rules: RulesJson,
 *   levels: Record<string, string>, strengths: Record<string, string>, questions: QuestionJson[],
 *   measures: MeasureJson[], options?: OptionJson[],
 * }} BasisJson
 *
 * @typedef {{level: string, lowered: number, package: string, spare: number, source: Source | null}} Cell
 * @typedef {{terms: string[], words: string, source: Source | null}} Fact
 * @typedef {{
 *   id: string, name: string, address: string, cells: Map<string, Cell>, facts: Map<string, Fact>,
 *   supported: string, line: string, alone: boolean,
 * }} Technology
 * @typedef {{id: string, name: string, address: string, fact: string, values: Map<string, number>}} Measure
 * @typedef {{
 *   id: string, label: string, criterion: string, loads: Map<string, number>, requires: string[],
 *   weight: number | null, until: string,
 * }} Choice
 * @typedef {{
 *   id: string, title: string, question: string, weight: number, choices: Choice[], strengths: string[],
 *   anyOf: boolean, edits: string, byId: Map<string, Choice>,
 * }} Question
 * @typedef {{
 *   levels: Map<string, number>, swings: Map<string, number>, strengths: Map<string, number>, samples: number,
 *   factors: number[], draws: number, clearGap: number, clearShare: number, aheadShare: number, closeShare: number,
 * }} Rules
 * @typedef {{
 *   version: string, released: string, today: string, stale: string, rules: Rules, levels: Map<string, string>,
 *   strengths: Map<string, string>, questions: Question[], measures: Measure[], options: Technology[],
 *   question: Map<string, Question>, measure: Map<string, Measure>,
 * }} Basis
 *
 * @typedef {{choice: string, strength: string}} Picked
 * @typedef {{answers: Answers, ignored: string[], recorded: string, released: string}} Reading
 *
 * @typedef {{criteria: string[], weight: number, question: string}} Row
 * @typedef {{question: string, weight: number, rows: Row[]}} Block
 * @typedef {{question: string, criteria: string[], least: string}} Condition
 * @typedef {{blocks: Block[], conditions: Condition[], until: string, bare: boolean}} Asked
 *
 * What need not be made again, by question, or all blocks: what another answer leaves as it is.
 *
 * @typedef {{blocks: Map<string, Block>, conditions: Map<string, Condition[]>, all?: Block[] | undefined}} Known
 *
 * @typedef {{value: number, low: number, high: number}} Interval
 * @typedef {keyof Interval} Part
 * @typedef {{row: Row, share: number, value: number, points: number, shown: number}} Contribution
 *
 * @typedef {{
 *   criterion: string, weights: Float64Array, values: Float64Array, others: number[][] | null, slips: Uint32Array[],
 * }} Varied
 *
 * @typedef {"clear" | "ahead" | "close" | "tie" | "none fits" | "no answers"} Verdict
 * @typedef {{verdict: string, leaders: string[]}} First
 * @typedef {{id: string, score: number, low: number, high: number, share: number}} Ranked
 * @typedef {{id: string, conditions: Condition[]}} Excluded
 * @typedef {{question: string, choice: string, strength: string, leaders: string[], verdict: string}} Flip
 * @typedef {{id: string, criterion: string, reason: string}} Rest
 * @typedef {{now: number, better: Step, worse: Step}} Steps
 * @typedef {{cell: Cell, value: number}} Step
 * @typedef {{id: string, reason: string, criterion: string, detail: string}} Risk
 * @typedef {{conditions: Condition[], ids: string[]}} Relaxation
 * @typedef {{
 *   answers: Answers, asked: Asked, verdict: Verdict, leaders: string[], ranking: Ranked[], excluded: Excluded[],
 *   contributions: Map<string, Contribution[]>, flips: Flip[], rests: Rest[], risks: Risk[],
 *   relaxations: Relaxation[], conflicts: Condition[][],
 * }} Result
 */
