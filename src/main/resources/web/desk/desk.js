// Times come first, because forms record the initial values of their fields.
import './times.js';
import './models.js';
import './forms.js';
import './votes.js';
import './preparation.js';
import './yardsticks.js';
