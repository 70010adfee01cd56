// Streamlit speaks English of itself: its few sentences in Vietnamese, and a page whose session
// has ended goes to the sign-in form instead of trying to connect for ever. Also copies messages.
(function () {
  "use strict";

  var ENDED = /^Connection failed with status 401/;

  var WORDS = {
    "Connection error": "Mất kết nối",
    "Connection timed out.": "Máy chủ chưa trả lời. Trang sẽ tự nối lại.",
    "Skip to main content": "Đến nội dung chính",
    "Running...": "Đang xử lý…",
    "Stop": "Dừng",
    "CONNECTING": "ĐANG NỐI",
    "No results": "Không tìm thấy"
  };

  var PATTERNS = [
    [/^Streamlit server is not responding/, "Máy chủ không trả lời. Đề nghị kiểm tra mạng; trang sẽ tự nối lại."],
    [/^Is Streamlit still running\?/, "Máy chủ không trả lời. Trang sẽ tự nối lại."],
    [/^Connection failed with status .*/, "Máy chủ chưa sẵn sàng. Trang sẽ tự nối lại."],
    [/^File must be (.*) or smaller\.$/, "Tệp không được quá $1."],
    [/^(.*) files are not allowed\.$/, "Không nhận tệp $1."]
  ];

  function translate(text) {
    var typed = text.data.trim();
    if (!typed || typed.length > 200) { return; }
    if (ENDED.test(typed)) { window.location.reload(); return; }
    if (Object.prototype.hasOwnProperty.call(WORDS, typed)) { text.data = WORDS[typed]; return; }
    for (var i = 0; i < PATTERNS.length; i += 1) {
      if (PATTERNS[i][0].test(typed)) { text.data = typed.replace(PATTERNS[i][0], PATTERNS[i][1]); return; }
    }
  }

  function visit(node) {
    if (node.nodeType === Node.TEXT_NODE) { translate(node); return; }
    if (node.nodeType !== Node.ELEMENT_NODE) { return; }
    var texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) { translate(texts.currentNode); }
  }

  // navigator.clipboard is missing where the office serves these pages without TLS.
  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest(".q-copy") : null;
    if (!button) { return; }
    var field = document.querySelector(".st-key-" + button.dataset.place + " textarea");
    if (!field) { return; }
    field.select();
    button.textContent = document.execCommand("copy") ? "Đã chép" : "Bấm Ctrl+C để chép";
  });

  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.type === "characterData") { visit(change.target); }
      change.addedNodes.forEach(visit);
    });
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
}());
