const seats = 8;
const opening = 90;
const radius = 7;

/** The mark: an open circle of eight seats, one of them ochre. It never mirrors. */
export function Mark(props: { readonly size?: number; readonly seatColour?: string }) {
  const size = props.size ?? 20;
  const places = Array.from({ length: seats }, (_, seat) => {
    const angle = ((opening / 2 + (seat * (360 - opening)) / (seats - 1)) * Math.PI) / 180;
    return { x: 10 + radius * Math.cos(angle), y: 10 - radius * Math.sin(angle), seat };
  });
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" style={{ flex: 'none' }}>
      {places.map(({ x, y, seat }) => (
        <circle
          key={seat}
          cx={x}
          cy={y}
          r={1.85}
          fill={seat === 0 ? 'var(--ochre)' : (props.seatColour ?? 'var(--accent)')}
        />
      ))}
    </svg>
  );
}
