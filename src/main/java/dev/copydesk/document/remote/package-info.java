/**
 * Source files behind the network: files of web servers and objects of S3, read in stretches, each in the version that was
 * found, and only from addresses that are not private unless that is allowed.
 */
@NullMarked
package dev.copydesk.document.remote;

import org.jspecify.annotations.NullMarked;
