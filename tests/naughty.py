"""Strings that would do harm, or come out changed, if data reached a page as anything but text."""

NAUGHTY = [
    "<script>window.hacked=1</script>",
    "</div></title></script><img src=x onerror=window.hacked=1>",
    '" onmouseover="window.hacked=1" x=\'',
    "*em* **strong** _under_ `code` [a](javascript:window.hacked=1) ![i](x.png) <http://a.b>",
    (
        "# heading | cell | {#id .class} ::: !!! note  [^1] ==mark== ~~del~~ :smile: &lt;b&gt; "
        "&amp;amp; &#60;"
    ),
    "{{ 7*7 }} {% raw %} ${7*7} <% 7 %>",
    "--- \u202ereversed\u202c \u200b zero-width \u00a0 emoji 👩‍👧 Ж 漢字 \ufeff",
    "=1+1 +1 -1 @x \u0002wzxhzdk:0\u0003",
    "title: x\n---\n\n<script>window.hacked=1</script>\n\n    indented code\n\n- list",
    "<!-- comment --> <![CDATA[ x ]]> <?php x ?> --> ]]>",
]
