import type { ThemeConfig } from 'antd'

/** tokens.css for the component library: ink blue instead of its default, amber for what is missing, the seal for refusals. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: '#274B73',
    colorInfo: '#274B73',
    colorLink: '#274B73',
    colorLinkHover: '#1B3755',
    colorSuccess: '#2B6450',
    colorWarning: '#8A5A00',
    colorError: '#B3282D',
    colorText: '#1C2733',
    colorTextSecondary: '#55616E',
    colorTextTertiary: '#5F6974',
    colorTextPlaceholder: '#5F6974',
    colorTextDisabled: '#5F6974',
    colorBorder: '#8A8575',
    colorBorderSecondary: '#DCD8CD',
    colorBgLayout: '#F6F5F1',
    colorFillTertiary: '#EFEDE6',
    colorBgContainerDisabled: '#EFEDE6',
    controlOutline: 'rgba(39, 75, 115, 0.25)',
    borderRadius: 4,
    borderRadiusLG: 4,
    borderRadiusSM: 3,
    controlHeight: 34,
    fontSize: 14,
    fontFamily: "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif",
    boxShadow: '0 4px 16px rgba(28, 39, 51, 0.12)',
    boxShadowSecondary: '0 4px 16px rgba(28, 39, 51, 0.12)',
    // Nothing fades or slides: a list is there or gone, and a button that was busy for less than a frame does not stay so.
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Select: { optionSelectedBg: '#E6EDF4' },
    DatePicker: { cellActiveWithRangeBg: '#E6EDF4' },
  },
}
