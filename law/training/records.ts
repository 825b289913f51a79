import { words } from '../words.ts'

/** What a body keeps about its units and people beside cases (measures 1, 2, 48). */
export const recordKinds = {
  'party-building': words('党组织建设', 'Party-building'),
  'political-training': words('政治教育', 'Political education'),
  reward: words('表彰奖励', 'Reward'),
  discipline: words('纪律处分索引', 'Discipline reference'),
} as const
