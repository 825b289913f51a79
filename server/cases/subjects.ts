/**
 * Whom matters are about, under the name the registers have now: parties of cases, and people of the county's own where a
 * procedure is about one of them (role `holder`: a certificate, an appraisal). Matters as `$2`, names never copied into them.
 */
export const subjects = `
  select mp.matter, mp.party as id, mp.role, coalesce(p.name, s.name) as name, coalesce(p.kind, 'person') as kind, p.code, p.address
  from faheng.matter_party mp
  left join faheng.party p on p.region = mp.region and p.id = mp.party and mp.role <> 'holder'
  left join faheng.person s on s.region = mp.region and s.id = mp.party and mp.role = 'holder'
  where mp.region = $1 and mp.matter = any ($2) and coalesce(p.id, s.id) is not null`
