/** The sea as one continuous line, the product's motif. */
export function Waves() {
  return (
    <svg
      className="waves"
      viewBox="0 0 400 40"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <path
        d="M-20 26 C0 8 20 8 30 20 C38 30 28 34 24 27 M24 27 C34 40 60 34 72 22 C90 4 110 8 118 20 C125 30 116 34 112 27 M112 27 C122 40 150 34 162 22 C180 4 200 8 208 20 C215 30 206 34 202 27 M202 27 C212 40 240 34 252 22 C270 4 290 8 298 20 C305 30 296 34 292 27 M292 27 C302 40 330 34 342 22 C360 4 380 8 388 20 C395 30 386 34 382 27 M382 27 C392 40 410 34 424 22"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}
