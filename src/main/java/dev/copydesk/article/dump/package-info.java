/** Articles out of text dumps: pages whose markup is gone. */
@NullMarked
package dev.copydesk.article.dump;

import org.jspecify.annotations.NullMarked;
