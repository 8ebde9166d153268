import type { Phrase } from '../../lib/learnt.ts'

const N = String.raw`(\d[\d,]*)`

/** What the server says of figures, checks and changes, in Arabic; longer sentences before those that stand in them. */
export const arServer: readonly Phrase[] = [
  // Rules of the codebooks.
  [
    /^lowest to highest final count, one vote an origin; "at least" leaves the top open$/,
    'من أدنى عدد نهائي إلى أعلاه، صوت لكل مصدر أصلي؛ و«على الأقل» تترك الأعلى مفتوحًا',
  ],
  [
    /^best is the number most origins give, the lower one where they are even; low and high are the extremes, never open$/,
    'الأرجح ما تعطيه أكثر المصادر الأصلية، والأدنى عند التساوي؛ والحدان هما الطرفان، ولا يُتركان مفتوحين',
  ],
  [
    /^the lowest number until two origins agree on a higher one; vague words by the codebook's table; none is 0$/,
    'أدنى عدد حتى يتفق مصدران على أعلى منه؛ والكلمات المبهمة بحسب جدول الدليل؛ وإن لم يوجد فصفر',
  ],
  [/^the number of the most recent report, of several the most detailed$/, 'عدد أحدث تقرير، وإن تعددت فأكثرها تفصيلًا'],
  // Reasons of figures.
  [/^no report speaks of any$/, 'لا تقرير يذكر أحدًا'],
  [/^no number is reported: 0$/, 'لم يُذكر عدد: صفر'],
  [/^no number: not codable$/, 'لا عدد: لا يُرمَّز'],
  [/^no number to code$/, 'لا عدد يُرمَّز'],
  [/^told without a number$/, 'ذُكر من دون عدد'],
  [
    /^no origin gives a number: the low is the fewest that the words can mean$/,
    'لا مصدر أصلي يذكر عددًا: الأدنى أقل ما قد تعنيه الكلمات',
  ],
  [
    /only a belligerent's word on its enemy's losses, which sets no lowest and no best number/g,
    'قول طرف محارب عن خسائر عدوه فقط، فلا يحدد الأدنى ولا الأرجح',
  ],
  [
    /: best is what most origins give, the lower where they are even$/,
    ': الأرجح ما تعطيه أكثر المصادر الأصلية، والأدنى عند التساوي',
  ],
  [/: the number that two or more origins agree on$/, ': العدد الذي يتفق عليه مصدران أصليان أو أكثر'],
  [/: the lowest$/, ': الأدنى'],
  [/: the most recent report, undated$/, ': أحدث تقرير، بلا تاريخ'],
  [/: the most recent report, of ([\d-]+)$/, ': أحدث تقرير، في $1'],
  [/: one origin(?=;|$)/g, ': مصدر أصلي واحد'],
  [/: 2 origins(?=;|$)/g, ': مصدران أصليان'],
  [/: (\d+) origins(?=;|$)/g, ': $1 من المصادر الأصلية'],
  [/; the sum of the parts is the floor/g, '؛ ومجموع الأجزاء هو الأدنى'],
  [
    /; (\d+) earlier statements? (?:was|were) replaced by a later one of the same origin/g,
    '؛ وحلّ محل $1 من الأقوال السابقة قول لاحق للمصدر نفسه',
  ],
  [/: a belligerent on its enemy, so the top only/g, ': طرف محارب عن عدوه، فهو للأعلى فقط'],
  [/; origins disagree on who the victims were, so the minimum is 0/g, '؛ وتختلف المصادر في صفة الضحايا، فالأدنى صفر'],
  [/; more than the whole, and held to it/g, '؛ أكثر من الكل، فحُدّ به'],
  [
    /^the victims are said to be of both statuses, without a number for each$/,
    'يقال إن الضحايا من الصفتين من دون عدد لكل منهما',
  ],
  [
    /^reports that do not tell whether the victims were civilians or combatants$/,
    'تقارير لا تذكر إن كان الضحايا مدنيين أم مقاتلين',
  ],
  // Checks.
  [/^killed: /, 'القتلى: '],
  [/^injured: /, 'الجرحى: '],
  [/^killed or injured: /, 'القتلى أو الجرحى: '],
  [/ agree$/, ' متفقة'],
  [/ disagree$/, ' مختلفة'],
  [/: the parts are /g, ': الأجزاء '],
  [/: short by (\d+)$/, ': ينقص $1'],
  [/: over by (\d+)$/, ': يزيد $1'],
  [/, more than the (\S+) they are among$/, '، أكثر من $1 الذين هم بينهم'],
  [/, of which the record holds /g, '، يضم السجل منها '],
  [/, but the record holds /g, '، لكن السجل يضم '],
  [/; the record holds /g, '؛ ويضم السجل '],
  [/: the toll is short$/, ': الحصيلة ناقصة'],
  [/; (\d+) more may belong to it in part/g, '؛ وقد ينتمي إليها جزئيًا $1 غيرها'],
  [/ in 1 incident\b/g, ' في حادثة واحدة'],
  [/ in 2 incidents\b/g, ' في حادثتين'],
  [/ in (\d+) incidents\b/g, ' في $1 من الحوادث'],
  [/ between(?=,|$)/g, ' بينهما'],
  [/, which is too many$/, '، وهو أكثر مما ينبغي'],
  [/: (\d+) more(?=[;؛])/g, ': زيادة $1'],
  [/^(.+?) on ([\d-]+) is less than the (.+) of ([\d-]+)$/, '$1 في $2 أقل من $3 في $4'],
  [/ on (?=\d{4}-)/g, ' في '],
  // Numbers and whose they are: last, for they stand in all the others.
  [new RegExp(`\\bat least ${N}`, 'g'), '$1 على الأقل'],
  [new RegExp(`\\bmore than ${N}`, 'g'), 'أكثر من $1'],
  [new RegExp(`\\bnearly ${N}`, 'g'), 'ما يقارب $1'],
  [new RegExp(`\\bup to ${N}`, 'g'), 'حتى $1'],
  [new RegExp(`${N} or more`, 'g'), '$1 أو أكثر'],
  [new RegExp(`${N} to ${N}`, 'g'), '$1–$2'],
  [/\bno number by /g, 'بلا عدد بحسب '],
  [new RegExp(`(${N}(?:–${N})?(?: على الأقل)?) by `, 'g'), '$1 بحسب '],
  [new RegExp(` and (?=${N}|حتى)`, 'g'), ' و'],
  [/, best (\d)/g, '، الأرجح $1'],
]
