import { words, type Words } from '../words.ts'

export const parts: Readonly<Record<number, Words>> = {
  1: words('一、全面提升行政执法人员能力素质', 'I. Abler officers'),
  2: words('二、推进严格规范公正文明执法', 'II. Strict, regular, fair and civil enforcement'),
  3: words('三、健全完善行政执法工作体系', 'III. A complete system of enforcement'),
  4: words('四、加快构建行政执法协调监督工作体系', 'IV. Coordination and supervision'),
  5: words('五、健全行政执法和行政执法监督科技保障体系', 'V. Information systems'),
  6: words('六、强化行政执法保障能力', 'VI. Staff, rights and means'),
}

export const groups: Readonly<Record<number, Words>> = {
  1: words('着力提高政治能力', 'Political ability'),
  2: words('大力提升法治能力', 'Knowledge of the law'),
  3: words('全面提高业务能力', 'Professional skill'),
  4: words('切实加强执法人员资格管理', 'Qualification of officers'),
  5: words('强力整治行政执法突出问题', 'Salient problems'),
  6: words('落实行政执法裁量基准制度', 'Discretion benchmarks'),
  7: words('加大特殊行业和重点领域监管力度', 'Special trades and key fields'),
  8: words('规范涉企行政执法行为', 'Enforcement towards enterprises'),
  9: words('清理规范行政执法事项', 'Clearing the items'),
  10: words('制定行政执法事项目录', 'Catalogue of items'),
  11: words('做好乡镇赋权有关工作', 'Powers given to townships'),
  12: words('加强乡镇行政执法规范化建设', 'Townships up to standard'),
  13: words('大力推进行政执法协作', 'Cooperation'),
  14: words('健全行政执法监督机制', 'Mechanism of supervision'),
  15: words('完善行政执法监督制度', 'Institutions of supervision'),
  16: words('创新行政执法监督方式', 'Ways of supervision'),
  17: words('推进信息系统建设', 'Information systems'),
  18: words('推进数据互联互通', 'Data that meet'),
  19: words('加强队伍建设', 'Staff'),
  20: words('强化权益保障', 'Rights of officers'),
  21: words('加大财政支持', 'Means'),
}
