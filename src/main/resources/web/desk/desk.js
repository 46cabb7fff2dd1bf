// Times first: a form remembers what its fields show before anybody changes them.
import './times.js';
import './models.js';
import './forms.js';
import './votes.js';
