/** Articles out of HTML pages: structured data first, then meta data, then what a reader would see. */
@NullMarked
package dev.copydesk.article.html;

import org.jspecify.annotations.NullMarked;
