import { createTheme, type MantineColorsTuple } from '@mantine/core';

const sea: MantineColorsTuple = [
  '#E8F4FA',
  '#CFE6F3',
  '#A3CFE8',
  '#5CB8E6',
  '#3B98CC',
  '#1F80B8',
  '#0E6BA3',
  '#0B5886',
  '#0B3A5B',
  '#0A1A26',
];
const coral: MantineColorsTuple = [
  '#FDEDE8',
  '#FAD6CB',
  '#F5B19C',
  '#FF8A66',
  '#E9643F',
  '#D64D2A',
  '#C23C1D',
  '#A33017',
  '#7F2511',
  '#5A1A0C',
];
const palm: MantineColorsTuple = [
  '#E8F5EE',
  '#CDE9DA',
  '#9DD3B7',
  '#5CC48D',
  '#3BA570',
  '#2A8E5C',
  '#1F7A4D',
  '#18643F',
  '#124C30',
  '#0C3421',
];

/** Sizes, colours and type of LOOK: adults' shapes; pupils' pages round further in CSS. */
export const theme = createTheme({
  colors: { sea, coral, palm },
  primaryColor: 'sea',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  black: '#132532',
  white: '#FFFFFF',
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Consolas, monospace",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, sans-serif", fontWeight: '700' },
  lineHeights: { xs: '1.5', sm: '1.55', md: '1.55', lg: '1.55', xl: '1.6' },
  fontSizes: {
    xs: '0.8125rem',
    sm: '0.9375rem',
    md: '1rem',
    lg: '1.125rem',
    xl: '1.25rem',
  },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
  },
});
