import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import { Refused, Unanswered } from '../shared-ui/client/errors.ts'
import { useTexts } from '../shared-ui/texts/use-texts.ts'
import { antdTheme } from '../shared-ui/theme/antd-theme.ts'
import { router } from './router.tsx'
import { SignInAgain } from './sign-in/again.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server has said does not change by asking again; a lost connection may.
      retry: (failures, error) => failures < 2 && !(error instanceof Refused) && !(error instanceof Unanswered && error.status > 0 && error.status < 500),
    },
  },
})

export function Workbench() {
  const { language } = useTexts()
  return (
    <ConfigProvider theme={antdTheme} locale={language === 'zh' ? zh : en} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <App component={false}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <SignInAgain />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}
