/**
 * The front of the desk: sign-in, first setup, and the dashboard with its figures ({@link org.dohyo.desk.Overview}).
 * The desk's other pages are in the rooms that they show. It may use every other room.
 */
package org.dohyo.desk;
