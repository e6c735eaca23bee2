/** The command line: one class per command. */
@NullMarked
package dev.copydesk.cli;

import org.jspecify.annotations.NullMarked;
