import './demo-ribbon.css';

/** Says on every screen that the data are invented. */
export function DemoRibbon({ text }: { text: string }) {
  return <aside className="demo-ribbon">{text}</aside>;
}
