import './demo-ribbon.css';

/** Says on every screen that the data are invented. */
export function DemoRibbon({ text }: { text: string }) {
  return (
    <p className="demo-ribbon" role="note">
      {text}
    </p>
  );
}
