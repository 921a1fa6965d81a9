/* A program's card, part by part. Their order counts: a later part may say otherwise than those before. */
import '../timeline/timeline.css';
import './card.css';
import './bar.css';
import './panes.css';
import './code.css';
import './monaco.css';
import './codemirror.css';
import './terminal.css';
import './status.css';
import './shortcuts.css';
import './fingers.css';
import './print.css';
