// The words by which the looks of lines are known; in small letters, with straight apostrophes. Matched as whole words.
#pragma once

#include <array>
#include <string_view>

namespace hearsay::engine::zone_words {

// clang-format off
// With these a page speaks to its readers, whatever else the line says.
inline constexpr auto addresses = std::to_array<std::string_view>({
    "sign up for our", "sign up to our", "sign up here", "sign up now", "sign up today", "subscribe to our",
    "subscribe now", "subscribe today", "subscribe here", "subscribe for", "your inbox", "your mailbox",
    "your email", "your e-mail", "enter your", "your newsletter", "will not be published",
    "required fields", "indicates required", "fields are marked", "use cookies", "uses cookies",
    "cookie policy", "cookie settings", "cookies to", "privacy policy", "privacy notice",
    "terms of service", "terms of use", "terms and conditions", "all rights reserved",
    "support independent journalism", "support our work", "support our journalism", "support us",
    "make a donation", "donate now", "donate today", "your donation", "your contribution",
    "become a member", "become a subscriber", "become a supporter", "click here", "tap here",
    "comment policy", "leave a reply", "leave a comment", "post a comment", "create an account",
    "already a subscriber", "already a member", "follow us", "like us on", "find us on", "share this",
    "share on facebook", "share on twitter", "skip to content", "skip to main", "thank you for signing up",
    "thanks for signing up", "confirmation email", "dear reader", "dear readers", "as little as $",
    "enable javascript", "ad blocker", "unsubscribe", "our free newsletter", "download our app",
    "download the app"});

// One of these alone may be news; a short line with one, or a long one with several, is not.
inline constexpr auto hints = std::to_array<std::string_view>({
    "newsletter", "newsletters", "subscribe", "subscriber", "subscribers", "subscription", "sign up",
    "log in", "sign in", "donate", "our journalism", "our reporting",
    "our journalists", "our newsroom", "our readers", "our website", "our site", "our team",
    "independent journalism", "advertisement", "advertise", "sponsored", "app store", "google play",
    "copyright", "javascript", "read more", "see more", "show more", "load more", "view more",
    "continue reading", "click to", "follow him on twitter", "follow her on twitter",
    "follow them on twitter", "on facebook", "on twitter", "whatsapp", "copy link", "link copied",
    "view image", "content from our", "share with", "print article", "text size", "listen to this article",
    "opens in new window", "back to top", "contact us"});

inline constexpr auto speaks_as_paper = std::to_array<std::string_view>({
    "we", "our", "us", "we're", "we've"});

inline constexpr auto speaks_to_reader = std::to_array<std::string_view>({
    "you", "your", "you're"});

inline constexpr auto paper_words = std::to_array<std::string_view>({
    "journalism", "journalists", "reporting", "newsroom", "readers", "our work", "our staff", "stories",
    "news"});

inline constexpr auto appeal_words = std::to_array<std::string_view>({
    "support", "supporting", "donation", "donations", "contribution", "contribute", "help", "subscribe",
    "member", "monthly"});

// Lines of their own that open what stands below an article.
inline constexpr auto end_marks = std::to_array<std::string_view>({
    "most popular", "most read", "most viewed", "most shared", "trending", "trending now",
    "trending stories", "trending topics", "related articles", "related stories", "related news",
    "related posts", "related content", "related topics", "related links", "related", "you may also like",
    "you might also like", "recommended", "recommended for you", "recommended stories", "more news",
    "more stories", "more in this section", "latest news", "latest stories", "top stories", "popular posts",
    "editors' picks", "editor's picks", "editors picks", "read next", "up next", "sponsored content",
    "around the web", "about the author", "news feed", "share this article"});

inline constexpr auto end_mark_starts = std::to_array<std::string_view>({
    "more from ", "more on ", "a message from ", "dear reader", "sign up for our ", "sign up to our ",
    "subscribe to our ", "recommended by "});

inline constexpr auto comment_marks = std::to_array<std::string_view>({
    "comments", "comment", "no comments", "leave a reply", "leave a comment", "leave your comment",
    "join the conversation", "join the discussion", "show comments", "view comments", "view all comments",
    "post a comment", "add a comment", "add comment", "new comment", "comments are closed"});

inline constexpr auto agencies = std::to_array<std::string_view>({
    "getty", "getty images", "reuters", "ap", "ap photo", "afp", "afp via", "epa", "epa-efe",
    "shutterstock", "bloomberg", "anadolu", "tass", "xinhua", "unsplash", "wikimedia", "wikimedia commons",
    "creative commons", "alamy", "zuma", "upi", "pa images", "maxar", "handout", "courtesy", "file photo",
    "screenshot", "screengrab", "istock", "picture alliance"});

inline constexpr auto speaks_of_picture = std::to_array<std::string_view>({
    "this photograph shows", "this photo shows", "this image shows", "this picture shows",
    "this photograph taken", "this photo taken", "this image taken", "in this photo", "in this image",
    "in this photograph", "in this picture", "in this file photo", "in this undated", "in this handout",
    "handout image", "handout photo", "handout picture", "file photo", "satellite image of",
    "satellite image shows", "seen in this", "screengrab from"});

inline constexpr auto caption_starts = std::to_array<std::string_view>({
    "photo:", "photo by", "photos:", "photo credit", "image:", "image credit", "image source", "credit:",
    "file -", "file \xE2\x80\x93", "file photo", "pictured:", "picture:", "video:"});

inline constexpr auto reports = std::to_array<std::string_view>({
    "said", "says", "told", "denied", "claimed", "according to", "added", "reported", "announced"});

inline constexpr auto byline_starts = std::to_array<std::string_view>({
    "by ", "written by", "reporting by", "reported by", "edited by", "editing by", "author:", "authors:",
    "additional reporting", "updated", "last updated", "last modified", "published", "first published",
    "posted", "posted on", "date:", "via ", "created:", "compiled by", "story by", "text by"});

inline constexpr auto contributes = std::to_array<std::string_view>({
    "contributed reporting", "information for this report", "information in this report",
    "contributed to this report", "contributed to this story", "contributed to this article",
    "can be reached at", "wire service", "wire services", "min read", "minute read"});
// clang-format on

}  // namespace hearsay::engine::zone_words
