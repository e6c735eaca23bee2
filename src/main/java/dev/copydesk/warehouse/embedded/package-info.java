/**
 * The PostgreSQL server that Copydesk brings along: unpacked, initialised, started, shared and stopped under the home
 * folder, for those who name no server of their own.
 */
@NullMarked
package dev.copydesk.warehouse.embedded;

import org.jspecify.annotations.NullMarked;
