import classes from './OpeningFrame.module.css';

const arcs = 6;
const ochreSeats = [1, 3, 5];

/** Arcs of seats round a table, one ochre here and there: a meeting with room for you. */
export function Seats() {
  const rows = Array.from({ length: arcs }, (_, arc) => {
    const radius = 70 + arc * 48;
    const seats = 7 + arc * 3;
    return Array.from({ length: seats }, (_, seat) => {
      const angle = Math.PI * (0.04 + (0.92 * (seat + (arc % 2) / 2)) / seats);
      const isOchre = ochreSeats.includes(arc) && seat === Math.round(seats * 0.47);
      return {
        key: `${arc}-${seat}`,
        x: 180 - radius * Math.cos(angle),
        y: 330 - radius * Math.sin(angle),
        isOchre,
        strength: 0.34 - arc * 0.035,
      };
    });
  });
  return (
    <svg
      className={classes.seats}
      viewBox="0 0 360 330"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      {rows.flat().map((seat) => (
        <circle
          key={seat.key}
          cx={seat.x}
          cy={seat.y}
          r={6}
          fill={seat.isOchre ? 'var(--ochre-bright)' : 'var(--bar-ink)'}
          opacity={seat.isOchre ? 1 : seat.strength}
        />
      ))}
    </svg>
  );
}
