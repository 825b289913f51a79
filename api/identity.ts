import { Type } from 'typebox'
import { Id } from './words.ts'

const Password = Type.String({ minLength: 1, maxLength: 128 })

/** POST /api/auth/sign-in/username. 401 wrong, 429 locked. `secondFactor`: a code is still asked for. */
export const SignInRequest = Type.Object({ username: Type.String({ minLength: 1, maxLength: 40 }), password: Password }, { additionalProperties: false })
export const SignInAnswer = Type.Object({ secondFactor: Type.Boolean() })

/** POST /api/auth/second-factor/verify: ends a sign-in, or confirms the app just set up. Six digits, or a recovery code. */
export const CodeRequest = Type.Object({ code: Type.String({ minLength: 6, maxLength: 20 }) }, { additionalProperties: false })

/** POST /api/auth/second-factor/enable, /disable */
export const PasswordRequest = Type.Object({ password: Password }, { additionalProperties: false })
export const SecondFactorAnswer = Type.Object({ uri: Type.String(), recoveryCodes: Type.Array(Type.String()) })

/** POST /api/auth/password. Other sessions of the person end. */
export const ChangePasswordRequest = Type.Object({ current: Password, next: Password }, { additionalProperties: false })

export const DoneAnswer = Type.Object({ done: Type.Literal(true) })

const PostAnswer = Type.Object({
  id: Id,
  kind: Type.String(),
  body: Id,
  bodyName: Type.String(),
  unit: Type.Union([Id, Type.Null()]),
  unitName: Type.Union([Type.String(), Type.Null()]),
  rank: Type.Union([Type.Literal('chief'), Type.Literal('acting'), Type.Literal('deputy'), Type.Null()]),
})

const Language = Type.Union([Type.Literal('zh'), Type.Literal('en')])

/** A list as somebody likes to see it, under a name of his own. */
const View = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    place: Type.Union([Type.Literal('/leads'), Type.Literal('/cases')]),
    filter: Type.Record(Type.String({ maxLength: 20 }), Type.String({ maxLength: 200 }), { maxProperties: 10 }),
  },
  { additionalProperties: false },
)
const Views = Type.Array(View, { maxItems: 30 })

/** PUT /api/me/preferences: what is given replaces what stood, the rest stays. */
export const PreferencesRequest = Type.Object({ language: Type.Optional(Language), views: Type.Optional(Views) }, { additionalProperties: false })
export const Preferences = Type.Object({ language: Language, views: Views })

/** GET /api/me: who is signed in, with the posts held now. */
export const MeAnswer = Type.Object({
  region: Type.String(),
  regionName: Type.String(),
  person: Id,
  name: Type.String(),
  username: Type.String(),
  posts: Type.Array(PostAnswer),
  preferences: Preferences,
  secondFactor: Type.Boolean(),
  passwordDue: Type.Boolean(),
  idleMinutes: Type.Integer(),
})
